import type { Deps } from '../deps.js';
import type { RoomParticipant } from '../livekit/livekit-gateway.js';
import { agentRoleIn } from '../token/role-table.js';
import type { CallRow } from '../transition/rows.js';

/**
 * Lets the agent who answered speak and hear, and says whether they are there and may. Their browser connects while it
 * rings, with a token that allows less; one that was still on its way at the answer was not there to be granted anything,
 * and gets it here, once it is.
 */
export async function admitAgent(
  deps: Deps,
  { room, state, agent_identity }: Pick<CallRow, 'room' | 'state' | 'agent_identity'>,
  participants: readonly RoomParticipant[],
): Promise<boolean> {
  const role = agentRoleIn[state];
  const agent = participants.find(({ identity }) => identity === agent_identity);
  if (!agent || role === null) return false;
  return agent.role === role || (await deps.livekit.grant(room, agent.identity, role));
}
