import type { CreatedWebhookEndpoint } from '@carillon/contract';
import type { Deps } from '../deps.js';
import type { Query } from '../store/database.js';
import { newWebhookSecret } from './create-endpoint.js';
import { readEndpoint, toEndpoint } from './endpoint-row.js';

/** How long the secret before also signs, so that a receiver can change over. */
const overlapMs = 24 * 3_600_000;

/** Gives an endpoint another secret; for a day messages carry a signature of each. */
export async function replaceSecret(q: Query, id: string, secret: string, now: number): Promise<void> {
  await q.run(
    `update webhook_endpoint set old_secret = secret, old_secret_until = $3, secret = $2
     where id = $1 and secret <> $2`,
    id,
    secret,
    now + overlapMs,
  );
}

/** Makes a new secret for an endpoint, shown this once. @throws {DomainError} `not_found` */
export function rotateSecret({ db, now }: Deps, id: string): Promise<CreatedWebhookEndpoint> {
  const secret = newWebhookSecret();
  return db.tx(async (q) => {
    await readEndpoint(q, id);
    await replaceSecret(q, id, secret, now());
    return { endpoint: await toEndpoint(q, await readEndpoint(q, id)), secret };
  });
}
