/**
 * An address that an app hands on to the system's browser, or null where there is no such thing: on Android an intent,
 * on iOS (17 and later) a scheme of Safari's own; LINE has a word of its own for it. Only https leads anywhere.
 */
export function browserAddress(href: string, userAgent: string): string | null {
  const url = new URL(href);
  if (url.protocol !== 'https:') return null;
  if (/\bLine\//.test(userAgent)) {
    url.searchParams.set('openExternalBrowser', '1');
    return url.href;
  }
  const rest = url.href.slice('https://'.length);
  if (/Android/.test(userAgent)) return `intent://${rest}#Intent;scheme=https;action=android.intent.action.VIEW;end`;
  return /iPhone|iPad|iPod/.test(userAgent) ? `x-safari-https://${rest}` : null;
}

/** The same page by https, for one that was opened without; null where it is secure, or on the own machine. */
export function secureAddress(href: string): string | null {
  const url = new URL(href);
  if (url.protocol !== 'http:' || url.port !== '') return null;
  url.protocol = 'https:';
  return url.href;
}
