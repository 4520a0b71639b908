import type { TransferFailure } from '@carillon/contract';
import { agentIsFree } from '../agent/agent-is-free.js';
import { endHold } from '../call/end-hold.js';
import { readCall } from '../call/read-call.js';
import { requeueHeldCall } from '../call/requeue-held-call.js';
import { logEvent } from '../conversation/log-event.js';
import { enqueue } from '../outbox/outbox.js';
import { cancelTimer } from '../timer/timer.js';
import type { CallRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';
import { announce, idsOfCall } from '../webhook/announce.js';
import { openWrapUp } from '../wrap-up/open-wrap-up.js';
import { runningTransfer, type RunningTransfer } from './running-transfer.js';
import { transferTimer } from './transfer-timers.js';

/** How a transfer ends without the call becoming the other agent's. `ended`: the call itself did. */
export type TransferEnd =
  | { readonly state: 'failed'; readonly reason: TransferFailure }
  | { readonly state: 'cancelled' }
  | { readonly state: 'ended' };

/**
 * Ends the transfer that a call has under way. Whoever had answered it is free again. Null when there is none any more;
 * then nothing changes.
 */
export async function closeTransfer(t: Transition, call: CallRow, end: TransferEnd): Promise<RunningTransfer | null> {
  const { q, now } = t;
  const running = runningTransfer(call);
  if (!running) return null;
  const { changes } = await q.run(
    `update transfer set state = $2, reason = $3, ended_at = $4 where id = $1 and ended_at is null`,
    running.id,
    end.state,
    end.state === 'failed' ? end.reason : null,
    now,
  );
  if (changes === 0) return null;
  await cancelTimer(q, transferTimer, running.id);
  if (running.state !== 'ringing') {
    if (end.state !== 'ended')
      await enqueue(q, { type: 'remove', room: call.room, identity: running.targetIdentity }, now);
    // Whoever has talked to the customer has something to write down (WRP-1).
    const talked = running.state === 'conference';
    if (talked) await openWrapUp(t, call, running.targetId);
    else await agentIsFree(t, running.targetId);
    t.lost.push({ agentId: running.targetId, callId: call.id, transferred: talked });
  }
  t.calls.add(call.id);
  return running;
}

/**
 * A transfer has come to nothing: the call is back with the agent who asked for it, on hold if it was before (TRQ-4,
 * E-09). If that agent is away as well it waits again, first in line. False when it had ended already.
 */
export async function returnTransfer(
  t: Transition,
  callId: string,
  end: Exclude<TransferEnd, { readonly state: 'ended' }>,
): Promise<boolean> {
  const { q } = t;
  const call = await readCall(q, callId);
  const ended = await closeTransfer(t, call, end);
  if (!ended) return false;
  // Whoever was let in is not put on hold again.
  const heldAgain = ended.heldBefore && ended.state !== 'conference';
  await q.run(
    `update call set state = $2, held_at = case when $3 = 1 then held_at end, version = version + 1
     where id = $1 and state in ('held', 'active')`,
    callId,
    heldAgain ? 'held' : 'active',
    Number(heldAgain),
  );
  if (ended.kind === 'warm' && !ended.heldBefore) endHold(t, call, call.agent_name);
  const { conversation_id: conversationId } = call;
  if (end.state === 'failed') {
    logEvent(t, { conversationId, type: 'transfer_failed', actor: ended.targetName, text: end.reason });
    announce(t, 'call.transfer_failed', callId, {
      ...idsOfCall(call),
      targetAgentId: ended.targetId,
      reason: end.reason,
    });
  } else {
    logEvent(t, { conversationId, type: 'transfer_cancelled', actor: call.agent_name, text: ended.targetName });
    announce(t, 'call.transfer_failed', callId, { ...idsOfCall(call), targetAgentId: ended.targetId, reason: null });
  }
  if (call.agent_id !== null) t.agents.add(call.agent_id);
  if (call.agent_away) await requeueHeldCall(t, await readCall(q, callId));
  return true;
}
