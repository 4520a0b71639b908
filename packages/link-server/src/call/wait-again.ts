import { enqueue } from '../outbox/outbox.js';
import { sharerTimer } from '../queue/sharer-turn.js';
import { cancelTimer, setTimer } from '../timer/timer.js';
import type { CallRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';
import { absentTimer, leaseTimer } from './call-timers.js';

/**
 * The customer of a call that was connected waits in a queue again, before all who have not been answered yet. Whoever
 * talked to them is put out of the room, and the agent who shared the link has had their turn.
 */
export async function waitAgain(t: Transition, call: CallRow, queueId: string): Promise<void> {
  const { q, now, deps } = t;
  await q.run(
    `update call set state = 'queued', queue_id = $2, agent_id = null, agent_identity = null, agent_away = 0,
       held_at = null, transfer_id = null, priority = priority + 1, queued_at = $3, sharer_id = null, sharer_until = null,
       sharer_waits = 0, version = version + 1
     where id = $1 and state in ('active', 'held')`,
    call.id,
    queueId,
    now,
  );
  await cancelTimer(q, absentTimer, call.id);
  await cancelTimer(q, sharerTimer, call.id);
  await setTimer(q, leaseTimer, call.id, now + deps.settings.leaseMs);
  if (call.agent_identity !== null)
    await enqueue(q, { type: 'remove', room: call.room, identity: call.agent_identity }, now);
  t.calls.add(call.id);
  t.conversations.add(call.conversation_id);
  t.routing = true;
}
