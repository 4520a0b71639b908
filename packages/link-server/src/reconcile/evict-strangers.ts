import type { Deps } from '../deps.js';
import { hasAnswered } from '../transfer/running-transfer.js';

/**
 * Puts everybody out of a room whom the call's record does not allow there: an agent who declined, a kicked guest with
 * a token that LiveKit refreshed (security.md T6).
 */
export async function evictStrangers(deps: Deps, callId: string, room: string): Promise<void> {
  // Looked up after who is there: whoever began to ring meanwhile is not in the list, and in no danger.
  const present = await deps.livekit.listParticipants(room);
  const allowed = await deps.db.read((q) =>
    q.all<{ identity: string }>(
      `select customer_identity as identity from call where id = $1 and state <> 'ended'
       union select agent_identity from call where id = $1 and state in ('connecting', 'active', 'held')
       union select target_identity from transfer where call_id = $1 and ${hasAnswered('transfer')}
       union select identity from offer where call_id = $1 and state = 'ringing'`,
      callId,
    ),
  );
  const identities = new Set(allowed.map(({ identity }) => identity));
  for (const { identity } of present)
    if (!identities.has(identity)) {
      deps.log.warn('stranger_evicted', { callId });
      await deps.livekit.remove(room, identity);
    }
}
