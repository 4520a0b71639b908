import type { CallEndReason, WithdrawReason } from '@carillon/contract';
import { enqueue } from '../outbox/outbox.js';
import { agentIsFree } from '../agent/agent-is-free.js';
import { logEvent } from '../conversation/log-event.js';
import { endOffer } from '../offer/end-offer.js';
import { findRingingOfferOfCall } from '../offer/read-offer.js';
import { cancelTimer } from '../timer/timer.js';
import { closeTransfer } from '../transfer/end-transfer.js';
import type { CallRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';
import { announce, idsOfCall } from '../webhook/announce.js';
import { openWrapUp } from '../wrap-up/open-wrap-up.js';
import { callTimers } from './call-timers.js';
import { agentCallEnded } from './end-hold.js';
import { isConnected } from './is-connected.js';

/**
 * Ends a call once. Its ring stops, its room is deleted, which is all that locks anybody out; an unused one-time link is
 * free again, and the agent who talked gets a wrap-up. False when it had ended before; then nothing changes.
 */
export async function endCall(t: Transition, call: CallRow, reason: CallEndReason): Promise<boolean> {
  const { q, now } = t;
  await closeTransfer(t, call, { state: 'ended' });
  const ringing = await findRingingOfferOfCall(q, call.id);
  const withdrawn: WithdrawReason = reason === 'abandoned_in_queue' ? 'abandoned' : 'call_ended';
  if (ringing) await endOffer(t, ringing, { state: 'withdrawn', reason: withdrawn });
  const { changes } = await q.run(
    `update call set state = 'ended', ended_at = $2, end_reason = $3, customer_away = 0, agent_away = 0, held_at = null, version = version + 1
     where id = $1 and state <> 'ended'`,
    call.id,
    now,
    reason,
  );
  if (changes === 0) return false;
  for (const kind of callTimers) await cancelTimer(q, kind, call.id);
  // A link that led to no conversation is as good as new, for whoever comes next.
  await q.run(
    'update call_link set lease_hash = null, lease_until = null where id = $1 and used_at is null',
    call.link_id,
  );
  await enqueue(q, { type: 'delete-room', room: call.room }, now);
  agentCallEnded(t, call);
  logEvent(t, {
    conversationId: call.conversation_id,
    type: 'call_ended',
    text: reason,
    durationMs: call.established_at === null ? null : now - call.established_at,
  });
  announce(t, 'call.ended', call.id, { ...idsOfCall(call), reason, establishedAt: call.established_at });
  if (call.agent_id !== null) {
    if (isConnected(call)) await openWrapUp(t, call, call.agent_id);
    else await agentIsFree(t, call.agent_id);
  }
  t.calls.add(call.id);
  t.routing = true;
  return true;
}
