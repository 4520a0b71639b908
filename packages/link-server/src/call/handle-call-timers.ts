import { claimTimer, setTimer, type Timer } from '../timer/timer.js';
import type { TimerHandler } from '../timer/timer-handler.js';
import type { CallRow } from '../transition/rows.js';
import { transition } from '../transition/run-transition.js';
import type { Transition } from '../transition/transition.js';
import { absentTimer } from './call-timers.js';
import { customerAway } from './customer-away.js';
import { endCall } from './end-call.js';
import { endOffer } from '../offer/end-offer.js';
import { findRingingOfferOfCall } from '../offer/read-offer.js';
import { completeTransfer } from '../transfer/complete-transfer.js';
import { returnTransfer } from '../transfer/end-transfer.js';
import { isConnected } from './is-connected.js';
import { readCall } from './read-call.js';
import { requeueHeldCall } from './requeue-held-call.js';
import { requeueCall } from './requeue-call.js';

/** A handler for a timer whose ref is a call that has not ended. */
const onCallTimer =
  (effect: (t: Transition, call: CallRow) => Promise<unknown>): TimerHandler =>
  (deps, timer: Timer) =>
    transition(deps, async (t) => {
      if (!(await claimTimer(t.q, timer))) return;
      const call = await readCall(t.q, timer.ref);
      if (call.state !== 'ended') await effect(t, call);
    });

/** No sign of life: the customer is away, and has the rest of the lease or the absence limit to come back. */
export const onCustomerTimer = onCallTimer(async (t, call) => {
  if (call.customer_away || call.customer_until > t.now) return;
  const { leaseMs, presenceGoneMs, absentMs } = t.deps.settings;
  await customerAway(t, call, { waiting: leaseMs - presenceGoneMs, talking: absentMs - presenceGoneMs });
});

/** The lease of a waiting customer has run out: they have left, and the link is free. */
export const onLeaseTimer = onCallTimer(async (t, call) => {
  if (!isConnected(call)) await endCall(t, call, 'abandoned_in_queue');
});

/** Answered, but not connected in time: back to the front of the queue. */
export const onConnectTimer = onCallTimer(requeueCall);

/**
 * Somebody has been away for too long: the call ends once, as a lost connection (security.md F16). A customer who is there
 * and on hold is not given up with their agent: they wait for another one (E-08), or are with the one who was asked in.
 */
export const onAbsentTimer = onCallTimer(async (t, call) => {
  if (call.agent_away && (await completeTransfer(t, call.id, 'talked-about'))) {
    const { absentMs, presenceGoneMs } = t.deps.settings;
    if (call.customer_away) await setTimer(t.q, absentTimer, call.id, t.now + absentMs - presenceGoneMs);
    return;
  }
  if (call.state !== 'held' || call.customer_away) return endCall(t, call, 'connection_lost');
  // With the transfer that came to nothing the call goes back to an agent who is away, and so to the queue.
  const ringing = await findRingingOfferOfCall(t.q, call.id);
  if (ringing) return endOffer(t, ringing, { state: 'withdrawn', reason: 'answered_elsewhere' });
  if (await returnTransfer(t, call.id, { state: 'failed', reason: 'offline' })) return;
  return requeueHeldCall(t, call);
});
