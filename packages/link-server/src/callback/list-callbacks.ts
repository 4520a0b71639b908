import type { CallbackList } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { readPage, type AskedPage } from '../paging/read-page.js';
import { toCallback, type CallbackRow } from './callback-row.js';

/**
 * Callbacks of the agent's queues that are not done, who has waited longest first (CBK-6).
 * @throws {DomainError} `invalid_request` for a cursor that is none
 */
export async function listCallbacks(
  { db }: Deps,
  { agentId, ...page }: AskedPage & { readonly agentId: string },
): Promise<CallbackList> {
  const { rows, next } = await db.read((q) =>
    readPage<CallbackRow>(q, {
      select: 'select callback.*, queue.name as queue_name from callback join queue on queue.id = callback.queue_id',
      where: [
        `callback.state <> 'done'`,
        'callback.queue_id in (select queue_id from agent_queue where agent_id = $1)',
      ],
      args: [agentId],
      order: {
        by: 'callback.requested_at',
        is: 'number',
        id: 'callback.id',
        of: ({ requested_at, id }) => [requested_at, id],
      },
      page,
    }),
  );
  return { callbacks: rows.map(toCallback), next };
}
