import type { Translation } from './dictionary.js';
import type { english } from './english.js';
import type { Translations } from './languages.js';

/** The sentences of this package in every language but English. */
export const translations: Translations<Translation<typeof english>> = {
  ar: () => import('./ar.js').then(({ arabic }) => arabic),
  de: () => import('./de.js').then(({ german }) => german),
  es: () => import('./es.js').then(({ spanish }) => spanish),
  fr: () => import('./fr.js').then(({ french }) => french),
  it: () => import('./it.js').then(({ italian }) => italian),
  ja: () => import('./ja.js').then(({ japanese }) => japanese),
  pt: () => import('./pt.js').then(({ portuguese }) => portuguese),
  ru: () => import('./ru.js').then(({ russian }) => russian),
  sv: () => import('./sv.js').then(({ swedish }) => swedish),
  tr: () => import('./tr.js').then(({ turkish }) => turkish),
  'zh-Hans': () => import('./zh-hans.js').then(({ simplifiedChinese }) => simplifiedChinese),
  'zh-Hant': () => import('./zh-hant.js').then(({ traditionalChinese }) => traditionalChinese),
};
