import { agentCallEnded } from '../call/end-hold.js';
import { readCall } from '../call/read-call.js';
import { absentTimer } from '../call/call-timers.js';
import { logEvent } from '../conversation/log-event.js';
import { enqueue } from '../outbox/outbox.js';
import { cancelTimer } from '../timer/timer.js';
import type { Transition } from '../transition/transition.js';
import { announce, idsOfCall } from '../webhook/announce.js';
import { openWrapUp } from '../wrap-up/open-wrap-up.js';
import { runningTransfer } from './running-transfer.js';
import { transferTimer } from './transfer-timers.js';

/** In which states a transfer can be completed. */
const completable = {
  heard: `state = 'connecting'`,
  // Nobody's who is not there: only their own page could give it up again.
  'talked-about': `state in ('consulting', 'conference')
    and exists (select 1 from agent where agent.id = target_agent_id and presence_until > $2)`,
} as const;

/**
 * The call is the other agent's from this moment on, and over for whoever passed it on, whose wrap-up begins (TRA-4):
 * once the other is `heard` in a cold transfer, or has been talked to in a warm one. False when the transfer is in
 * another state or has ended in another way meanwhile.
 */
export async function completeTransfer(
  t: Transition,
  callId: string,
  when: keyof typeof completable,
): Promise<boolean> {
  const { q, now } = t;
  const call = await readCall(q, callId);
  const transfer = runningTransfer(call);
  if (!transfer || call.agent_id === null) return false;
  const { changes } = await q.run(
    `update transfer set state = 'completed', ended_at = $2 where id = $1 and ${completable[when]}`,
    transfer.id,
    now,
  );
  if (changes === 0) return false;
  agentCallEnded(t, call);
  await q.run(
    `update call set state = 'active', held_at = null, agent_id = $2, agent_identity = $3, agent_away = 0,
       version = version + 1 where id = $1 and state in ('held', 'active')`,
    callId,
    transfer.targetId,
    transfer.targetIdentity,
  );
  await cancelTimer(q, transferTimer, transfer.id);
  if (call.agent_away && !call.customer_away) await cancelTimer(q, absentTimer, callId);
  await q.run('update conversation set agent_id = $2 where id = $1', call.conversation_id, transfer.targetId);
  if (call.agent_identity !== null)
    await enqueue(q, { type: 'remove', room: call.room, identity: call.agent_identity }, now);
  logEvent(t, {
    conversationId: call.conversation_id,
    type: 'call_transferred',
    actor: call.agent_name,
    text: transfer.targetName,
  });
  announce(t, 'call.transferred', callId, {
    ...idsOfCall(call),
    targetAgentId: transfer.targetId,
    targetQueueId: null,
  });
  await openWrapUp(t, call, call.agent_id);
  t.lost.push({ agentId: call.agent_id, callId, transferred: true });
  t.calls.add(callId);
  t.agents.add(call.agent_id);
  t.agents.add(transfer.targetId);
  t.routing = true;
  return true;
}
