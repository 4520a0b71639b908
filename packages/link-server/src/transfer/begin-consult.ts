import { readCall } from '../call/read-call.js';
import { logEvent } from '../conversation/log-event.js';
import { cancelTimer } from '../timer/timer.js';
import type { Transition } from '../transition/transition.js';
import { runningTransfer } from './running-transfer.js';
import { transferTimer } from './transfer-timers.js';

/**
 * The other agent of a warm transfer is heard: the two talk about the call, and its customer waits. False when the
 * transfer has ended in another way meanwhile.
 */
export async function beginConsult(t: Transition, callId: string): Promise<boolean> {
  const { q } = t;
  const call = await readCall(q, callId);
  const transfer = runningTransfer(call);
  if (!transfer || call.agent_id === null) return false;
  const { changes } = await q.run(
    `update transfer set state = 'consulting' where id = $1 and state = 'connecting' and kind = 'warm'`,
    transfer.id,
  );
  if (changes === 0) return false;
  await q.run('update call set version = version + 1 where id = $1', callId);
  await cancelTimer(q, transferTimer, transfer.id);
  logEvent(t, {
    conversationId: call.conversation_id,
    type: 'consult_started',
    actor: call.agent_name,
    text: transfer.targetName,
  });
  t.calls.add(callId);
  t.agents.add(call.agent_id);
  t.agents.add(transfer.targetId);
  return true;
}
