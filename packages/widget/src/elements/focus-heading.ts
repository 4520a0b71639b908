/** Moves the focus to an element's h1, so that a new screen is read from its top. False while it has none yet. */
export function focusHeading(root: ParentNode): boolean {
  const heading = root.querySelector('h1');
  heading?.focus({ preventScroll: true });
  return heading !== null;
}
