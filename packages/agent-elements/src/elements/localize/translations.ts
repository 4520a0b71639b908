import type { Translation, Translations } from '@carillon/call';
import type { english } from './english.js';

/** The agent's sentences in every language but English. */
export const translations: Translations<Translation<typeof english>> = {
  ar: () => import('./ar.js').then(({ ar }) => ar),
  de: () => import('./de.js').then(({ de }) => de),
  es: () => import('./es.js').then(({ es }) => es),
  fr: () => import('./fr.js').then(({ fr }) => fr),
  it: () => import('./it.js').then(({ it }) => it),
  ja: () => import('./ja.js').then(({ ja }) => ja),
  pt: () => import('./pt.js').then(({ pt }) => pt),
  ru: () => import('./ru.js').then(({ ru }) => ru),
  sv: () => import('./sv.js').then(({ sv }) => sv),
  tr: () => import('./tr.js').then(({ tr }) => tr),
  'zh-Hans': () => import('./zh-hans.js').then(({ zhHans }) => zhHans),
  'zh-Hant': () => import('./zh-hant.js').then(({ zhHant }) => zhHant),
};
