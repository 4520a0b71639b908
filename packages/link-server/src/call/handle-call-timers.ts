import { claimTimer, type Timer } from '../timer/timer.js';
import type { TimerHandler } from '../timer/timer-handler.js';
import type { CallRow } from '../transition/rows.js';
import { transition } from '../transition/run-transition.js';
import type { Transition } from '../transition/transition.js';
import { customerAway } from './customer-away.js';
import { endCall } from './end-call.js';
import { readCall } from './read-call.js';
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
  if (call.established_at === null) await endCall(t, call, 'abandoned_in_queue');
});

/** Answered, but not connected in time: back to the front of the queue. */
export const onConnectTimer = onCallTimer(requeueCall);

/** Somebody has been away for too long: the call ends once, as a lost connection (security.md F16). */
export const onAbsentTimer = onCallTimer((t, call) => endCall(t, call, 'connection_lost'));
