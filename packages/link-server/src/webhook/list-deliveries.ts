import type { WebhookDelivery, WebhookType } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { readEndpoint } from './endpoint-row.js';

/** The most that one answer lists. */
const most = 100;

export interface ListDeliveries {
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

/** An endpoint's newest deliveries. @throws {DomainError} `not_found` */
export function listDeliveries({ db }: Deps, { endpointId, state }: ListDeliveries): Promise<WebhookDelivery[]> {
  return db.read(async (q) => {
    await readEndpoint(q, endpointId);
    const rows = await q.all<Row>(
      `select message_id, type, state, created_at, tries, last_status, last_error from webhook_delivery
       where endpoint_id = $1 and (state = $2 or $2 = '') order by created_at desc, message_id limit $3`,
      endpointId,
      state ?? '',
      most,
    );
    return rows.map((row) => ({
      messageId: row.message_id,
      type: row.type,
      state: row.state,
      createdAt: row.created_at,
      tries: row.tries,
      lastStatus: row.last_status,
      lastError: row.last_error,
    }));
  });
}
