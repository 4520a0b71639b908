import { logEvent } from '../conversation/log-event.js';
import type { Settings } from '../deps.js';
import type { Query } from '../store/database.js';
import { cancelTimer, setTimers } from '../timer/timer.js';
import type { CallRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';
import { absentTimer, customerTimer, leaseTimer } from './call-timers.js';
import { isConnected } from './is-connected.js';
import { toCaller } from './to-agent-call.js';

/**
 * A sign of life of the customer's page. While they wait it renews their place and lease; one who was away is back, and
 * the other side is told.
 */
export async function renewCustomer(t: Transition, call: CallRow): Promise<void> {
  const { q, now, deps } = t;
  if (call.state === 'ended' || (await renewPlace(q, call, now, deps.settings))) return;
  // Away, or silent for too long and nobody has noticed yet: routing may have passed over this call. From here on they
  // are there, which is all that the renewal asks.
  await q.run(
    `update call set customer_until = $2, customer_away = 0, version = version + customer_away where id = $1`,
    call.id,
    now + 1,
  );
  await renewPlace(q, call, now, deps.settings);
  t.routing = true;
  if (call.customer_away === 0) return;
  if (!call.agent_away) await cancelTimer(q, absentTimer, call.id);
  if (isConnected(call))
    logEvent(t, {
      conversationId: call.conversation_id,
      type: 'connection_back',
      actor: toCaller(call).name,
      durationMs: now - call.customer_until,
    });
  t.calls.add(call.id);
}

/**
 * Renews the place of a customer who is there, and the lease of one who waits. False when there is more to do: they were
 * away, or counted as gone. Decides by conditional updates alone, so that it needs no turn; of a call that has ended
 * nothing is renewed.
 */
export async function renewPlace(q: Query, call: CallRow, now: number, settings: Settings): Promise<boolean> {
  const until = now + settings.presenceGoneMs;
  const moved = await q.get<Pick<CallRow, 'state'>>(
    `update call set customer_until = $2
     where id = $1 and state <> 'ended' and customer_away = 0 and customer_until > $3 returning state`,
    call.id,
    until,
    now,
  );
  if (!moved) return false;
  const waits = !isConnected(moved);
  const leaseUntil = now + settings.leaseMs;
  await setTimers(q, [
    { kind: customerTimer, ref: call.id, dueAt: until },
    ...(waits ? [{ kind: leaseTimer, ref: call.id, dueAt: leaseUntil }] : []),
  ]);
  if (waits)
    await q.run(
      'update call_link set lease_until = $3 where id = $1 and lease_hash = $2 and used_at is null',
      call.link_id,
      call.customer_hash,
      leaseUntil,
    );
  return true;
}
