import type { WebhookDelivery, WebhookType } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { readPage, type AskedPage } from '../paging/read-page.js';
import { readEndpoint } from './endpoint-row.js';

export interface ListDeliveries extends AskedPage {
  readonly endpointId: string;
  /** `dead`: what was given up. */
  readonly state?: WebhookDelivery['state'] | undefined;
}

interface Row {
  readonly message_id: string;
  readonly type: WebhookType;
  readonly state: WebhookDelivery['state'];
  readonly created_at: number;
  readonly tries: number;
  readonly last_status: number | null;
  readonly last_error: string | null;
}

/** An endpoint's deliveries, newest first. @throws {DomainError} `not_found`, `invalid_request` for a cursor that is none */
export function listDeliveries(
  { db }: Deps,
  { endpointId, state, ...page }: ListDeliveries,
): Promise<{ readonly deliveries: WebhookDelivery[]; readonly next: string | null }> {
  return db.read(async (q) => {
    await readEndpoint(q, endpointId);
    const { rows, next } = await readPage<Row>(q, {
      select: 'select message_id, type, state, created_at, tries, last_status, last_error from webhook_delivery',
      where: ['endpoint_id = $1', "(state = $2 or $2 = '')"],
      args: [endpointId, state ?? ''],
      order: {
        by: 'created_at',
        is: 'number',
        id: 'message_id',
        descending: true,
        of: (row) => [row.created_at, row.message_id],
      },
      page,
    });
    const deliveries = rows.map((row) => ({
      messageId: row.message_id,
      type: row.type,
      state: row.state,
      createdAt: row.created_at,
      tries: row.tries,
      lastStatus: row.last_status,
      lastError: row.last_error,
    }));
    return { deliveries, next };
  });
}
