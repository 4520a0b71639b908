const chains = new Map<string, readonly string[]>();

/**
 * A locale and what it falls back to, most exact first: `de-AT`, `de`; `zh-TW`, `zh-Hant`, `zh`. The script stands
 * between, because who reads one kind of Chinese may not read the other.
 */
export function localeChain(locale: string): readonly string[] {
  const known = chains.get(locale);
  if (known) return known;
  const chain = [...new Set([locale, ...parentsOf(locale)])];
  chains.set(locale, chain);
  return chain;
}

function parentsOf(locale: string): readonly string[] {
  try {
    const { language, script } = new Intl.Locale(locale).maximize();
    return script ? [`${language}-${script}`, language] : [language];
  } catch {
    return []; // not a language: nothing stands above it
  }
}

/** Whether who reads one reads the other: the same language in the same script, whatever the region. */
export const readAlike = (one: string, other: string): boolean =>
  localeChain(one).some((parent) => parent.includes('-') && localeChain(other).includes(parent));
