import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './app-env.js';

/** A year, as ASVS 3.4.1 asks for. */
const strictTransport = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };

/** What every answer carries, whatever it is. */
export const commonHeaders =
  ({ secure }: { readonly secure: boolean }): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
    if (secure) c.header('strict-transport-security', strictTransport['strict-transport-security']);
    await next();
  };

/** Headers of every answer of the API (security.md §7.3 c). */
export const apiHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.header('cache-control', 'no-store');
  c.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  c.header('cross-origin-resource-policy', 'cross-origin');
  await next();
};

/** Headers of a company's picture: shown on pages of any origin, never a page itself, and the same for ever (T35). */
export const pictureHeaders = Object.freeze({
  'content-type': 'image/webp',
  'cache-control': 'public, max-age=31536000, immutable',
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'content-disposition': 'attachment; filename="picture.webp"',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'cross-origin',
});

/**
 * Headers of a picture that is one agent's own: kept by their browser alone, and never shown again without asking the
 * server, which looks whose it is.
 */
export const ownPictureHeaders = Object.freeze({ ...pictureHeaders, 'cache-control': 'private, no-cache' });

/** Headers of a company's sound but for its type, in whole or in parts, as players ask for them. */
export const soundHeaders = Object.freeze({
  ...pictureHeaders,
  'content-type': 'application/octet-stream',
  'content-disposition': 'attachment',
  'accept-ranges': 'bytes',
});

/** The policy of the link page: our own files, our server, the media server; no inline code, no third party (§7.3 b). */
export function pagePolicy(livekitUrl: string): string {
  const media = new URL(livekitUrl);
  const http = `${media.protocol === 'wss:' || media.protocol === 'https:' ? 'https' : 'http'}://${media.host}`;
  const ws = http.replace(/^http/, 'ws');
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self' ${http} ${ws}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html cc',
  ].join('; ');
}

/** Headers of the link page. */
export const pageHeaders = (livekitUrl: string, { secure }: { readonly secure: boolean }) =>
  Object.freeze({
    ...(secure ? strictTransport : {}),
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': pagePolicy(livekitUrl),
    'permissions-policy':
      'camera=(self), microphone=(self), display-capture=(self), speaker-selection=(self), autoplay=(self), fullscreen=(self), picture-in-picture=(self), screen-wake-lock=(self), geolocation=(), payment=(), usb=()',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin-allow-popups',
  });
