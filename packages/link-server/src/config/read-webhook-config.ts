import { WebhookSecret } from '@carillon/contract';
import { type WebhookReach } from '../webhook/forbidden-address.js';
import { webhookUrl } from '../webhook/webhook-url.js';
import { ConfigError } from './config-error.js';

/** Where events are sent, and how far they may go. */
export interface WebhookConfig {
  readonly endpoint: { readonly url: string; readonly secret: string } | null;
  readonly reach: WebhookReach;
}

/**
 * Reads WEBHOOK_URL, WEBHOOK_SECRET and WEBHOOK_ALLOW_PRIVATE. Outside production this machine may be called too, so that
 * a receiver can be tried. @throws {ConfigError}
 */
export function readWebhookConfig(
  env: Readonly<Record<string, string | undefined>>,
  production: boolean,
): WebhookConfig {
  const reach = env['WEBHOOK_ALLOW_PRIVATE'] === '1' ? 'private' : production ? 'public' : 'loopback';
  const { WEBHOOK_URL: url, WEBHOOK_SECRET: secret } = env;
  if (!url) return { endpoint: null, reach };
  if (!secret || !WebhookSecret.safeParse(secret).success)
    throw new ConfigError('WEBHOOK_SECRET has to be whsec_ and 24 to 64 random bytes in base64.');
  try {
    return { endpoint: { url: webhookUrl(url, reach).href, secret }, reach };
  } catch {
    throw new ConfigError(
      'WEBHOOK_URL has to be an https address on the internet; WEBHOOK_ALLOW_PRIVATE=1 allows your own network.',
    );
  }
}
