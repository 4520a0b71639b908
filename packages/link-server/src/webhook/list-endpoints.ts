import type { WebhookEndpoint } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { toEndpoint, type EndpointRow } from './endpoint-row.js';

/** All endpoints and how they fare, oldest first. */
export function listEndpoints({ db }: Deps): Promise<WebhookEndpoint[]> {
  return db.read(async (q) => {
    const rows = await q.all<EndpointRow>('select * from webhook_endpoint order by created_at, id');
    const endpoints: WebhookEndpoint[] = [];
    for (const row of rows) endpoints.push(await toEndpoint(q, row));
    return endpoints;
  });
}
