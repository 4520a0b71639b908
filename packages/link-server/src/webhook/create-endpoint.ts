import { randomBytes } from 'node:crypto';
import type { CreatedWebhookEndpoint, CreateWebhookEndpointRequest } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { readEndpoint, toEndpoint } from './endpoint-row.js';
import type { WebhookReach } from './forbidden-address.js';
import { webhookUrl } from './webhook-url.js';

/** A signing secret of 256 bits. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/**
 * Adds an endpoint. It hears of what happens from now on. Its secret is in this answer and in no other.
 * @throws {DomainError} `invalid_request`
 */
export async function createEndpoint(
  { db, ids, now }: Deps,
  reach: WebhookReach,
  { url, secret = newWebhookSecret() }: CreateWebhookEndpointRequest,
): Promise<CreatedWebhookEndpoint> {
  const id = ids.id('whe');
  const { href } = webhookUrl(url, reach);
  return db.tx(async (q) => {
    await q.run(
      `insert into webhook_endpoint (id, url, secret, state, created_at) values ($1, $2, $3, 'active', $4)`,
      id,
      href,
      secret,
      now(),
    );
    return { endpoint: await toEndpoint(q, await readEndpoint(q, id)), secret };
  });
}
