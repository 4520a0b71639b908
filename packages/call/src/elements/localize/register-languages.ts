import { registerStrings } from './strings.js';

/** Makes every language of this package known. Each is loaded when an element is first shown in it. */
export function registerLanguages(): void {
  registerStrings('de', () => import('./de.js').then(({ german }) => german));
  registerStrings('ar', () => import('./ar.js').then(({ arabic }) => arabic));
}
