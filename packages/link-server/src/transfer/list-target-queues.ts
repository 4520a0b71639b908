import type { TransferQueue } from '@carillon/contract';
import { isFree } from '../queue/free-agents.js';
import type { Query } from '../store/database.js';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly available: number;
  readonly at_work: number;
  readonly waiting: number;
}

/**
 * Queues that assign by themselves, with who could answer there beside the agent who asks; the one that would answer
 * soonest is first (TRQ-1).
 */
export async function listTargetQueues(
  { q, now }: { readonly q: Query; readonly now: number },
  agentId: string,
): Promise<TransferQueue[]> {
  const others = `from agent_queue join agent on agent.id = agent_queue.agent_id
    where agent_queue.queue_id = queue.id and agent.id <> $2`;
  const rows = await q.all<Row>(
    `select queue.id, queue.name,
       (select count(*) ${others} and ${isFree('$1')}) as available,
       (select count(*) ${others} and agent.status = 'active' and agent.presence_until > $1) as at_work,
       (select count(*) from call where call.queue_id = queue.id and call.state in ('queued', 'offering')) as waiting
     from queue where archived_at is null and auto_assign = 1`,
    now,
    agentId,
  );
  return rows
    .map(({ at_work: atWork, ...row }) => ({ ...row, atWork }))
    .sort(
      (a, b) => b.available - a.available || b.atWork - a.atWork || a.waiting - b.waiting || (a.name < b.name ? -1 : 1),
    );
}
