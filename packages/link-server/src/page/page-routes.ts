import { Hono } from 'hono';
import type { AppContext, AppEnv } from '../http/app-env.js';
import { pageHeaders } from '../http/security-headers.js';
import { type PageLanguage, pageLanguage } from './page-language.js';

export interface PageOptions {
  /** What link previews show: the company, and nothing about anybody (T8). */
  readonly companyName: () => Promise<string>;
  readonly livekitUrl: string;
  /** Whether customers reach it by https only. */
  readonly secure: boolean;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string) => text.replace(/[&<>"']/g, (char) => escapes[char] ?? char);

/**
 * `GET /j/:code`: the link's page. The same bytes for every code, known or not, used or not: it looks no link up and
 * changes nothing, so robots and previews learn and spoil nothing (E-16, T3). Only the reader's language tells pages apart.
 */
export function pageRoutes({ companyName, livekitUrl, secure }: PageOptions) {
  const headers = pageHeaders(livekitUrl, { secure });
  const page = async (c: AppContext) =>
    c.body(htmlOf(escape(await companyName()), pageLanguage(c.req.header('accept-language'))), 200, headers);
  return new Hono<AppEnv>().get('/:code', page).get('/:code/*', page);
}

// `#failed` is shown by cc-early.js when the page's script has not come. Whoever does not get that one either sees an empty
// page: the policy allows no code that could notice it.
const htmlOf = (name: string, { lang, dir, words }: PageLanguage) => `<!doctype html>
<html lang="${lang}" dir="${dir}">
  <head>
    <meta charset="utf-8">
    <title>${name}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex, nofollow">
    <meta property="og:title" content="${name}">
    <meta property="og:type" content="website">
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/assets/widget/page.css">
    <script type="module" async src="/assets/widget/cc-early.js"></script>
    <link rel="modulepreload" href="/assets/widget/cc-widget.js">
    <script type="module" src="/assets/widget/cc-page.js"></script>
  </head>
  <body>
    <noscript>${words.needsScript}</noscript>
    <main id="failed" hidden>
      <div role="alert">
        <h1>${words.failed}</h1>
        <p>${words.checkConnection}</p>
      </div>
      <a href="">${words.tryAgain}</a>
    </main>
  </body>
</html>
`;
