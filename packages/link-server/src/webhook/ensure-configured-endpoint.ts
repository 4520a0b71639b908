import type { Deps } from '../deps.js';
import type { EndpointRow } from './endpoint-row.js';
import { replaceSecret } from './rotate-secret.js';

/**
 * Keeps the endpoint that the configuration names, if it names one. Another secret there is a rotation: for a day both
 * sign. One that is named no more is disabled, and what waits for it stays.
 */
export async function ensureConfiguredEndpoint(
  { db, ids, now }: Deps,
  configured: { readonly url: string; readonly secret: string } | null,
): Promise<void> {
  await db.tx(async (q) => {
    const known = await q.get<EndpointRow>('select * from webhook_endpoint where configured = 1');
    if (!configured) {
      await q.run(`update webhook_endpoint set state = 'disabled' where configured = 1`);
    } else if (known) {
      await replaceSecret(q, known.id, configured.secret, now());
      await q.run(`update webhook_endpoint set url = $2, state = 'active' where id = $1`, known.id, configured.url);
    } else {
      await q.run(
        `insert into webhook_endpoint (id, url, secret, state, configured, created_at) values ($1, $2, $3, 'active', 1, $4)`,
        ids.id('whe'),
        configured.url,
        configured.secret,
        now(),
      );
    }
  });
}
