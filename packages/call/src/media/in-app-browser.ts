/** Apps that open links in a browser of their own, most exact first: Messenger says that it is Facebook too. */
const apps: readonly (readonly [RegExp, string])[] = [
  [/FBAN\/Messenger|MessengerForiOS|Orca-Android/, 'Messenger'],
  [/Instagram/, 'Instagram'],
  [/FBAN|FBAV|FB_IAB/, 'Facebook'],
  [/WhatsApp/, 'WhatsApp'],
  [/\bLine\//, 'LINE'],
  [/MicroMessenger/, 'WeChat'],
  [/Snapchat/, 'Snapchat'],
  [/musical_ly|BytedanceWebview|TikTok/i, 'TikTok'],
  [/LinkedInApp/, 'LinkedIn'],
  [/Telegram/, 'Telegram'],
  [/Twitter/, 'X'],
  [/Viber/, 'Viber'],
];

/** An app's web view that does not name its app: Android says so, on iOS the word "Safari" is missing. */
const webView = /; wv\)|\b(iPhone|iPad|iPod)\b(?!.*Safari\/)/;

/** The app whose own browser a page is opened in, `''` where it does not say which, null in a browser (spec E-25). */
export function inAppBrowser(userAgent: string): string | null {
  const named = apps.find(([sign]) => sign.test(userAgent));
  if (named) return named[1];
  return webView.test(userAgent) ? '' : null;
}
