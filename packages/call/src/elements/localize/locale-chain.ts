const chains = new Map<string, readonly string[]>();

/**
 * A locale and what it falls back to, most exact first: `de-AT`, `de`; `zh-TW`, `zh-Hant`, `zh`. The script stands
 * between, because who reads one kind of Chinese may not read the other.
 */
export function localeChain(locale: string): readonly string[] {
  const known = chains.get(locale);
  if (known) return known;
  const language = languageOf(locale);
  const chain = [...new Set([locale, ...(language === 'zh' ? [chineseOf(locale)] : []), language])];
  chains.set(locale, chain);
  return chain;
}

const languageOf = (locale: string) => locale.split('-')[0]?.toLowerCase() ?? locale;

/** By script, else by region. `Intl.Locale` knows, too, and takes a slow phone longer than all else it does to choose. */
const chineseOf = (locale: string) =>
  /-hant\b/i.test(locale) || (/-(?:tw|hk|mo)\b/i.test(locale) && !/-hans\b/i.test(locale)) ? 'zh-Hant' : 'zh-Hans';

/** Whether who reads one reads the other: the same language in the same script, whatever the region. */
export const readAlike = (one: string, other: string): boolean => {
  const language = languageOf(one);
  return language === languageOf(other) && (language !== 'zh' || chineseOf(one) === chineseOf(other));
};
