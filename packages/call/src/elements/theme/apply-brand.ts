import { parseColor } from './brand.js';

/** Sets `--cc-brand` on an element that adopts the tokens. What is no `#rrggbb` takes the brand off again. */
export function applyBrand(element: HTMLElement, color: string): void {
  if (parseColor(color)) element.style.setProperty('--cc-brand', color.trim());
  else element.style.removeProperty('--cc-brand');
}
