import { DomainError } from '../domain-error.js';
import type { Transition } from '../transition/transition.js';

/** Makes an agent belong to these queues and no others. @throws {DomainError} `invalid_request` for one that is not there */
export async function joinQueues(
  { q }: Transition,
  { agentId, queueIds }: { readonly agentId: string; readonly queueIds: readonly string[] },
): Promise<void> {
  await q.run('delete from agent_queue where agent_id = $1', agentId);
  for (const queueId of new Set(queueIds)) {
    const { changes } = await q.run(
      'insert into agent_queue (agent_id, queue_id) select $1, id from queue where id = $2 and archived_at is null',
      agentId,
      queueId,
    );
    if (changes === 0) throw new DomainError('invalid_request', { fields: ['queueIds'] });
  }
}
