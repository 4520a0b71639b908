import type { WithdrawReason } from '@carillon/contract';
import { enqueue } from '../outbox/outbox.js';
import { readCall } from '../call/read-call.js';
import { cancelTimer } from '../timer/timer.js';
import { returnTransfer } from '../transfer/end-transfer.js';
import type { OfferRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';
import { ringTimer } from './offer-timers.js';

/** How a ring ends without an answer. */
export type OfferEnd =
  { readonly state: 'declined' | 'missed' } | { readonly state: 'withdrawn'; readonly reason: WithdrawReason };

/** What becomes of the transfer for which it rang. A call that has ended is none of its business any more. */
function transferEnd(end: OfferEnd): Parameters<typeof returnTransfer>[2] {
  if (end.state !== 'withdrawn') return { state: 'failed', reason: end.state };
  return end.reason === 'transfer_cancelled' ? { state: 'cancelled' } : { state: 'failed', reason: 'offline' };
}

/**
 * Ends a ring that nobody answered: the agent's browser is put out of the room, the call waits again in its old place.
 * False when the offer had ended already; then nothing changes.
 */
export async function endOffer(t: Transition, offer: OfferRow, end: OfferEnd): Promise<boolean> {
  const { q, now } = t;
  const { changes } = await q.run(
    `update offer set state = $2, withdraw_reason = $3, ended_at = $4 where id = $1 and state = 'ringing'`,
    offer.id,
    end.state,
    end.state === 'withdrawn' ? end.reason : null,
    now,
  );
  if (changes === 0) return false;
  await cancelTimer(q, ringTimer, offer.id);
  if (offer.transfer_id !== null) await returnTransfer(t, offer.call_id, transferEnd(end));
  await q.run(
    `update call set state = 'queued', version = version + 1 where id = $1 and state = 'offering'`,
    offer.call_id,
  );
  const call = await readCall(q, offer.call_id);
  await enqueue(q, { type: 'remove', room: call.room, identity: offer.identity }, now);
  t.offers.add(offer.id);
  t.calls.add(offer.call_id);
  // It may wait in the list again.
  t.conversations.add(call.conversation_id);
  t.agents.add(offer.agent_id);
  t.routing = true;
  return true;
}
