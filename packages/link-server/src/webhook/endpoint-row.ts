import type { WebhookEndpoint } from '@carillon/contract';
import { DomainError } from '../domain-error.js';
import type { Query } from '../store/database.js';

export interface EndpointRow {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  /** The secret before this one, which also signs until a moment. */
  readonly old_secret: string | null;
  readonly old_secret_until: number | null;
  readonly state: 'active' | 'disabled';
  readonly configured: number;
  readonly failures: number;
  readonly last_success_at: number | null;
  readonly last_failure_at: number | null;
  readonly created_at: number;
}

/** @throws {DomainError} `not_found` */
export async function readEndpoint(q: Query, id: string): Promise<EndpointRow> {
  const row = await q.get<EndpointRow>('select * from webhook_endpoint where id = $1', id);
  if (!row) throw new DomainError('not_found');
  return row;
}

/** An endpoint as administrators see it: without its secret. */
export async function toEndpoint(q: Query, row: EndpointRow): Promise<WebhookEndpoint> {
  const counts = await q.all<{ state: string; n: number }>(
    `select state, count(*) as n from webhook_delivery where endpoint_id = $1 and state <> 'delivered' group by state`,
    row.id,
  );
  const count = (state: string) => counts.find((one) => one.state === state)?.n ?? 0;
  return {
    id: row.id,
    url: row.url,
    state: row.state,
    configured: row.configured === 1,
    createdAt: row.created_at,
    waiting: count('waiting'),
    dead: count('dead'),
    failures: row.failures,
    lastSuccessAt: row.last_success_at,
    lastFailureAt: row.last_failure_at,
  };
}
