import type { FieldLabel } from '@carillon/contract';

const languageOf = (tag: string) => tag.split('-')[0];

/** A label in the reader's language, or in one that is near, or in the first that there is. */
export function fieldLabel(label: FieldLabel, locale: string): string {
  if (typeof label === 'string') return label;
  const near = Object.keys(label).find((tag) => languageOf(tag) === languageOf(locale));
  const tag = [locale, near, 'en', Object.keys(label)[0]].find((one) => one !== undefined && Object.hasOwn(label, one));
  return label[tag ?? ''] ?? '';
}
