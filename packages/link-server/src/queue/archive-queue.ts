import type { Done } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { transition } from '../transition/run-transition.js';
import { membersOf } from './members.js';
import { readQueue } from './read-queue.js';

/**
 * Puts a queue out of use; its conversations stay readable. Not while a call or a link configuration needs it.
 * @throws {DomainError} `not_found`, `queue_in_use`
 */
export function archiveQueue(deps: Deps, { queueId }: { readonly queueId: string }): Promise<Done> {
  return transition(deps, async (t) => {
    await readQueue(t.q, queueId);
    const { changes } = await t.q.run(
      `update queue set archived_at = $2, version = version + 1
       where id = $1 and archived_at is null
         and not exists (select 1 from call where queue_id = $1 and state <> 'ended')
         and not exists (select 1 from link_configuration where queue_id = $1)`,
      queueId,
      t.now,
    );
    if (changes === 0) throw new DomainError('queue_in_use');
    for (const agentId of await membersOf(t.q, queueId)) t.agents.add(agentId);
    await t.q.run('delete from agent_queue where queue_id = $1', queueId);
    return { serverNow: t.now };
  });
}
