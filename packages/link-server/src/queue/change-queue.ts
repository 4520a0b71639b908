import { isDeepStrictEqual } from 'node:util';
import type { CallState, ChangeQueueRequest, Queue } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { transition } from '../transition/run-transition.js';
import type { Transition } from '../transition/transition.js';
import { holdOf, holdValues, nextHold } from './hold-settings.js';
import { membersOf } from './members.js';
import { readQueue, toQueue } from './read-queue.js';

/**
 * Changes a queue. What rings already rings on as it began; calls that wait ring by themselves from now on, where that
 * was turned on. @throws {DomainError} `not_found`, `changed_meanwhile`, `invalid_request` for a sound that is none
 */
export function changeQueue(
  deps: Deps,
  { queueId, change }: { readonly queueId: string; readonly change: ChangeQueueRequest },
): Promise<Queue> {
  return transition(deps, async (t) => {
    const before = toQueue(await readQueue(t.q, queueId));
    const { name = before.name, ringMs = before.ringMs, wrapUpMs = before.wrapUpMs } = change;
    const { autoAssign = before.autoAssign } = change;
    const { waitingSound = before.waitingSound } = change;
    const hold = await nextHold(t.q, before, change, deps.now());
    const { changes } = await t.q.run(
      `update queue set name = $3, ring_ms = $4, wrap_up_ms = $5, auto_assign = $6, waiting_sound = $7, hold_sound = $8, hold_music = $9,
         hold_announcement = $10, hold_announcement_every_ms = $11, version = version + 1
       where id = $1 and version = $2`,
      queueId,
      change.version,
      name,
      ringMs,
      wrapUpMs,
      Number(autoAssign),
      waitingSound,
      ...holdValues(hold),
    );
    if (changes === 0) throw new DomainError('changed_meanwhile');
    if (name !== before.name) for (const agentId of await membersOf(t.q, queueId)) t.agents.add(agentId);
    if (name !== before.name || waitingSound !== before.waitingSound || autoAssign !== before.autoAssign)
      await tellCustomers(t, queueId, 'queued', 'offering');
    if (!isDeepStrictEqual(hold, holdOf(before))) await tellCustomers(t, queueId, 'held', 'consulting');
    t.routing = true;
    return toQueue(await readQueue(t.q, queueId));
  });
}

/**
 * Those who wait see its name and hear its sound, those on hold hear theirs; agents see whether a call is to be taken
 * from the list.
 */
async function tellCustomers(t: Transition, queueId: string, ...states: readonly CallState[]): Promise<void> {
  const calls = await t.q.all<{ id: string; conversation_id: string }>(
    `update call set version = version + 1 where queue_id = $1 and state in (${states.map((state) => `'${state}'`).join()})
     returning id, conversation_id`,
    queueId,
  );
  for (const { id, conversation_id } of calls) {
    t.calls.add(id);
    t.conversations.add(conversation_id);
  }
}
