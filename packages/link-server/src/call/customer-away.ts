import { logEvent } from '../conversation/log-event.js';
import { endOffer } from '../offer/end-offer.js';
import { findRingingOfferOfCall } from '../offer/read-offer.js';
import { setTimer } from '../timer/timer.js';
import type { CallRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';
import { absentTimer, leaseTimer } from './call-timers.js';
import { isConnected } from './is-connected.js';
import { toCaller } from './to-agent-call.js';

/**
 * The customer's page is gone for now. A ring stops, as nobody would be there to talk to, but for that of
 * a transfer, which goes on while they are expected back; the place in the queue is kept
 * until the lease ends, a running call until the absence has lasted too long. The other side is told at once.
 */
export async function customerAway(
  t: Transition,
  call: CallRow,
  graceMs: { readonly waiting: number; readonly talking: number },
): Promise<void> {
  const { q, now } = t;
  const talking = isConnected(call);
  const ringing = talking ? undefined : await findRingingOfferOfCall(q, call.id);
  if (ringing) await endOffer(t, ringing, { state: 'withdrawn', reason: 'abandoned' });
  await q.run(
    'update call set customer_away = 1, customer_until = $2, version = version + 1 where id = $1',
    call.id,
    now,
  );
  if (talking) await setTimer(q, absentTimer, call.id, now + graceMs.talking);
  else await setTimer(q, leaseTimer, call.id, now + graceMs.waiting);
  if (talking && call.customer_away === 0)
    logEvent(t, { conversationId: call.conversation_id, type: 'connection_lost', actor: toCaller(call).name });
  t.calls.add(call.id);
}
