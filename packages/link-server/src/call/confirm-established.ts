import type { Deps } from '../deps.js';
import { logEvent } from '../conversation/log-event.js';
import type { RoomParticipant } from '../livekit/livekit-gateway.js';
import { cancelTimer, setTimer } from '../timer/timer.js';
import { noteAnswer } from '../queue/note-answer.js';
import { beginConsult } from '../transfer/begin-consult.js';
import { completeTransfer } from '../transfer/complete-transfer.js';
import { callOfTarget } from '../transfer/running-transfer.js';
import type { CallRow } from '../transition/rows.js';
import { transition } from '../transition/run-transition.js';
import { announce, idsOfCall } from '../webhook/announce.js';
import { admitAgent } from './admit-agent.js';
import { absentTimer, connectTimer, leaseTimer } from './call-timers.js';
import { readCall } from './read-call.js';

/** Whether both sides are in the room and the agent can be heard. A customer who only listens counts. */
function isEstablished(
  call: Pick<CallRow, 'customer_identity' | 'agent_identity'>,
  participants: readonly RoomParticipant[],
): boolean {
  const present = (identity: string | null) =>
    participants.find((one) => one.identity === identity && one.state !== 'disconnected');
  const agent = present(call.agent_identity);
  return present(call.customer_identity) !== undefined && agent !== undefined && agent.publishes.microphone;
}

/**
 * Looks whether an answered call is connected. If so it becomes active, its timer runs, and a one-time link is used from
 * this moment (spec Q-6). One that is being passed on changes hands, or the two agents begin to talk about it. Asked after every hint, from browsers, webhooks and the reconciler; the first one wins.
 */
export async function confirmEstablished(deps: Deps, callId: string): Promise<void> {
  const call = await deps.db.read((q) => readCall(q, callId));
  const given = callOfTarget(call);
  const before = given ?? call;
  if (before.state !== 'connecting') return;
  const participants = await deps.livekit.listParticipants(before.room);
  // A microphone that was published while it rang says nothing of an agent who may not be heard yet.
  const admitted = await admitAgent(deps, before, participants);
  if (!admitted || !isEstablished(before, participants)) return;
  if (given) {
    await transition(
      deps,
      async (t) => (await beginConsult(t, callId)) || (await completeTransfer(t, callId, 'heard')),
    );
    return;
  }
  await transition(deps, async (t) => {
    const moved = await t.q.get<{ customer_away: number }>(
      `update call set state = 'active', established_at = coalesce(established_at, $2), version = version + 1
       where id = $1 and state = 'connecting' returning customer_away`,
      callId,
      t.now,
    );
    if (!moved) return;
    await cancelTimer(t.q, connectTimer, callId);
    await cancelTimer(t.q, leaseTimer, callId);
    // The page said farewell and its media is still there: from here on it is the absence that is limited.
    if (moved.customer_away) await setTimer(t.q, absentTimer, callId, t.now + t.deps.settings.absentMs);
    const used = await t.q.run(
      `update call_link set used_at = $2, lease_until = null where id = $1 and kind = 'one-time' and used_at is null`,
      before.link_id,
      t.now,
    );
    if (used.changes === 1 && before.link_id !== null)
      announce(t, 'link.used', before.link_id, { linkId: before.link_id, callId });
    await noteAnswer(t, before);
    logEvent(t, { conversationId: before.conversation_id, type: 'call_established' });
    announce(t, 'call.established', callId, idsOfCall(before));
    t.calls.add(callId);
    if (before.agent_id !== null) t.agents.add(before.agent_id);
  });
}
