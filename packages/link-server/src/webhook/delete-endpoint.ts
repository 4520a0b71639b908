import type { Deps } from '../deps.js';
import { readEndpoint } from './endpoint-row.js';

/** Removes an endpoint and what waits for it. @throws {DomainError} `not_found` */
export async function deleteEndpoint({ db }: Deps, id: string): Promise<void> {
  await db.tx(async (q) => {
    await readEndpoint(q, id);
    await q.run('delete from webhook_delivery where endpoint_id = $1', id);
    await q.run('delete from webhook_endpoint where id = $1', id);
  });
}
