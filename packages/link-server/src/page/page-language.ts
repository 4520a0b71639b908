import { pageWords, type PageWords } from './page-words.js';

type Spoken = keyof typeof pageWords;

/** What a page says as long as its script does not run, and in which language. */
export interface PageLanguage {
  readonly lang: Spoken;
  readonly dir: 'ltr' | 'rtl';
  readonly words: PageWords;
}

/** Long enough for every browser, and too short to make anybody wait. */
const atMost = 200;

/** The first language of an `Accept-Language` header that we speak, by the reader's own order; English without one. */
export function pageLanguage(accepted = ''): PageLanguage {
  const wanted = accepted
    .slice(0, atMost)
    .split(',')
    .map((part) => /^\s*([a-z0-9-]+)\s*(?:;\s*q=([\d.]+)\s*)?$/i.exec(part))
    .map((found) => ({ tag: found?.[1] ?? '', weight: Number(found?.[2] ?? 1) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  const lang = wanted.map(({ tag }) => spoken(tag)).find((found) => found !== undefined) ?? 'en';
  return { lang, dir: lang === 'ar' ? 'rtl' : 'ltr', words: pageWords[lang] };
}

function spoken(tag: string): Spoken | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return [language, `${language}-${script}`].find((name): name is Spoken => Object.hasOwn(pageWords, name));
  } catch {
    return undefined; // not a language
  }
}
