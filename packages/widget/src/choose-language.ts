import { directionOf, isSpoken } from '@carillon/call';
import type { LinkLanguage } from '@carillon/contract';

/** A language, and which way it is written. */
export interface SpokenLanguage {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/** The first of a reader's languages that we speak, with their region; English when there is none. */
export function chooseLanguage(wanted: readonly string[]): SpokenLanguage {
  const lang = wanted.find(isSpoken) ?? 'en';
  return { lang, dir: directionOf(lang.toLowerCase()) };
}

/** The language of a link's page: the one the company has set, or the reader's with that one where we do not speak it. */
export const languageOfLink = ({ mode, language }: LinkLanguage, wanted: readonly string[]): SpokenLanguage =>
  chooseLanguage(mode === 'preset' ? [language] : [...wanted, language]);
