import type { Query } from '../store/database.js';
import type { CallLinkRow } from '../transition/rows.js';
import type { CallbackRow } from './callback-row.js';

/**
 * The callback that a customer of a link waits for. A one-time link has one customer, whatever browser they use; of any
 * other, each browser is a customer of its own.
 */
export function findOpenCallback(q: Query, link: CallLinkRow, hash: string | null): Promise<CallbackRow | undefined> {
  const open = `select * from callback where link_id = $1 and state <> 'done'`;
  return link.kind === 'one-time'
    ? q.get<CallbackRow>(`${open} order by requested_at limit 1`, link.id)
    : q.get<CallbackRow>(`${open} and customer_hash = $2 order by requested_at limit 1`, link.id, hash ?? '');
}
