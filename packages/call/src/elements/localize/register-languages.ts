import { registerTranslations } from './strings.js';
import { translations } from './translations.js';

/** Makes every language of this package known. Each is loaded when an element is first shown in it. */
export function registerLanguages(): void {
  registerTranslations(translations);
}
