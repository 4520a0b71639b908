/** Sets how long a countdown's animation lasts and how much of it is over, in milliseconds; it runs by itself from there. */
export function runAnimation(element: (HTMLElement | SVGElement) | null, totalMs: number, goneMs: number): void {
  element?.style.setProperty('animation-duration', `${totalMs}ms`);
  element?.style.setProperty('animation-delay', `${-goneMs}ms`);
}
