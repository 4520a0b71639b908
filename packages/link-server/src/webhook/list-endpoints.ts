import type { WebhookEndpoint } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { readPage, type AskedPage } from '../paging/read-page.js';
import { toEndpoint, type EndpointRow } from './endpoint-row.js';

/** Endpoints and how they fare, oldest first. @throws {DomainError} `invalid_request` for a cursor that is none */
export function listEndpoints(
  { db }: Deps,
  page: AskedPage = {},
): Promise<{ readonly endpoints: WebhookEndpoint[]; readonly next: string | null }> {
  return db.read(async (q) => {
    const { rows, next } = await readPage<EndpointRow>(q, {
      select: 'select * from webhook_endpoint',
      order: { by: 'created_at', is: 'number', id: 'id', of: (row) => [row.created_at, row.id] },
      page,
    });
    const endpoints: WebhookEndpoint[] = [];
    for (const row of rows) endpoints.push(await toEndpoint(q, row));
    return { endpoints, next };
  });
}
