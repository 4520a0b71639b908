import { directionOf } from '@carillon/call';

/** Languages our sentences exist in. */
export const languages = ['en', 'de', 'ar'] as const;

/** The first of a reader's languages that we speak, with their region; English when there is none. */
export function chooseLanguage(wanted: readonly string[]): { readonly lang: string; readonly dir: 'ltr' | 'rtl' } {
  const known = (tag: string) => (languages as readonly string[]).includes(tag.toLowerCase().split('-')[0] ?? '');
  const lang = wanted.find(known) ?? 'en';
  return { lang, dir: directionOf(lang.toLowerCase()) };
}
