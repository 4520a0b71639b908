import { agentIsFree } from '../agent/agent-is-free.js';
import { enqueue } from '../outbox/outbox.js';
import { cancelTimer } from '../timer/timer.js';
import type { CallRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';
import { absentTimer, connectTimer } from './call-timers.js';

/**
 * Takes an answered call that never connected back to the queue, first in line (E-05). Its agent counts as having missed
 * it, so that the others are asked before. False when it is not connecting any more.
 */
export async function requeueCall(t: Transition, call: CallRow): Promise<boolean> {
  const { q, now } = t;
  const { changes } = await q.run(
    `update call set state = 'queued', agent_id = null, agent_identity = null, agent_away = 0,
       priority = priority + 1, version = version + 1
     where id = $1 and state = 'connecting'`,
    call.id,
  );
  if (changes === 0) return false;
  await cancelTimer(q, connectTimer, call.id);
  // It counted an absence of the agent who is no longer on this call; a customer's is the lease's business.
  await cancelTimer(q, absentTimer, call.id);
  if (call.agent_id !== null && call.agent_identity !== null) {
    await q.run(
      `update offer set ended_at = $3 where call_id = $1 and agent_id = $2 and state = 'accepted'`,
      call.id,
      call.agent_id,
      now,
    );
    await q.run('update agent set missed = 1 where id = $1', call.agent_id);
    await enqueue(q, { type: 'remove', room: call.room, identity: call.agent_identity }, now);
    await agentIsFree(t, call.agent_id);
    // The agent's page is told that this call is not theirs any more.
    t.lost.push({ agentId: call.agent_id, callId: call.id });
  }
  t.calls.add(call.id);
  t.routing = true;
  return true;
}
