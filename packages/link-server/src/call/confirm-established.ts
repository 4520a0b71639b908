import type { Deps } from '../deps.js';
import { logEvent } from '../conversation/log-event.js';
import type { RoomParticipant } from '../livekit/livekit-gateway.js';
import { cancelTimer } from '../timer/timer.js';
import type { CallRow } from '../transition/rows.js';
import { transition } from '../transition/run-transition.js';
import { connectTimer, leaseTimer } from './call-timers.js';
import { readCall } from './read-call.js';

/** Whether both sides are in the room and the agent can be heard. A customer who only listens counts. */
function isEstablished(call: CallRow, participants: readonly RoomParticipant[]): boolean {
  const present = (identity: string | null) =>
    participants.find((one) => one.identity === identity && one.state !== 'disconnected');
  const agent = present(call.agent_identity);
  return present(call.customer_identity) !== undefined && agent !== undefined && agent.publishes.microphone;
}

/**
 * Looks whether an answered call is connected. If so it becomes active, its timer runs, and a one-time link is used from
 * this moment (spec Q-6). Asked after every hint, from browsers, webhooks and the reconciler; the first one wins.
 */
export async function confirmEstablished(deps: Deps, callId: string): Promise<void> {
  const before = await deps.db.read((q) => readCall(q, callId));
  if (before.state !== 'connecting') return;
  if (!isEstablished(before, await deps.livekit.listParticipants(before.room))) return;
  await transition(deps, async (t) => {
    const { changes } = await t.q.run(
      `update call set state = 'active', established_at = $2, version = version + 1 where id = $1 and state = 'connecting'`,
      callId,
      t.now,
    );
    if (changes === 0) return;
    await cancelTimer(t.q, connectTimer, callId);
    await cancelTimer(t.q, leaseTimer, callId);
    await t.q.run(
      `update call_link set used_at = $2, lease_until = null where id = $1 and kind = 'one-time'`,
      before.link_id,
      t.now,
    );
    await logEvent(t, { conversationId: before.conversation_id, type: 'call_established' });
    t.calls.add(callId);
    if (before.agent_id !== null) t.agents.add(before.agent_id);
  });
}
