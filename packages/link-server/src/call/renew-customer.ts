import { cancelTimer, setTimer } from '../timer/timer.js';
import type { CallRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';
import { absentTimer, customerTimer, leaseTimer } from './call-timers.js';

const isWaiting = ({ state }: CallRow) => state === 'queued' || state === 'offering' || state === 'connecting';

/**
 * A sign of life of the customer's page. While they wait it renews their place and lease; one who was away is back, and
 * the other side is told.
 */
export async function renewCustomer(t: Transition, call: CallRow): Promise<void> {
  const { q, now, deps } = t;
  if (call.state === 'ended') return;
  const until = now + deps.settings.presenceGoneMs;
  // Silent for too long, but nobody has noticed yet: routing may have passed over this call.
  if (call.customer_until <= now) t.routing = true;
  await q.run('update call set customer_until = $2 where id = $1', call.id, until);
  await setTimer(q, customerTimer, call.id, until);
  if (isWaiting(call)) {
    const leaseUntil = now + deps.settings.leaseMs;
    await setTimer(q, leaseTimer, call.id, leaseUntil);
    await q.run(
      'update call_link set lease_until = $3 where id = $1 and lease_hash = $2 and used_at is null',
      call.link_id,
      call.customer_hash,
      leaseUntil,
    );
  }
  if (!call.customer_away) return;
  await q.run('update call set customer_away = 0, version = version + 1 where id = $1', call.id);
  if (!call.agent_away) await cancelTimer(q, absentTimer, call.id);
  t.calls.add(call.id);
  t.routing = true;
}
