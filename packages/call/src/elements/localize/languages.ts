import { localeChain } from './locale-chain.js';

/** The languages that every sentence of ours exists in: where a region is missing, it is for all regions. */
export const languages = [
  'ar',
  'de',
  'en',
  'es',
  'fr',
  'it',
  'ja',
  'pt',
  'ru',
  'sv',
  'tr',
  'zh-Hans',
  'zh-Hant',
] as const;

/** One of the languages that every sentence of ours exists in. */
export type Language = (typeof languages)[number];

/** Sentences in every language but English, which is built in. Each is loaded when an element is first shown in it. */
export type Translations<D> = { readonly [L in Exclude<Language, 'en'>]: () => Promise<D> };

/** Whether our sentences exist in a language: `pt-PT` is read in `pt`, `zh-HK` in `zh-Hant`. */
export const isSpoken = (locale: string): boolean =>
  localeChain(locale).some((candidate) => (languages as readonly string[]).includes(candidate));
