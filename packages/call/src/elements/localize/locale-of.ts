/** The nearest `lang` above an element, through shadow roots; '' where nobody says. */
export function langOf(element: Element): string {
  for (let at: Element | null = element; at;) {
    const found: Element | null = at.closest('[lang]:not([lang=""])');
    if (found) return found.getAttribute('lang') ?? '';
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return '';
}

/** A locale that `Intl` accepts, from whatever stands in a `lang` attribute. English for what cannot be one. */
export function toLocale(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

const rtl = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv', 'ckb']);

/** Which way a language is written. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rtl.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
