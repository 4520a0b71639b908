import type { AgentMediaGrant } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { readCallOfAgent } from './read-call.js';
import { toAgentCall } from './to-agent-call.js';

/**
 * A fresh token for an agent's call, after a reload, a take-over by another tab or a lost connection (E-21, E-22).
 * @throws {DomainError} `not_found`, `call_ended`, `media_unavailable`
 */
export async function agentToken(
  deps: Deps,
  { agentId, callId }: { readonly agentId: string; readonly callId: string },
): Promise<AgentMediaGrant> {
  const call = await deps.db.read((q) => readCallOfAgent(q, callId, agentId));
  if (call.state === 'ended' || call.agent_identity === null) throw new DomainError('call_ended');
  await deps.livekit.createRoom(call.room);
  const token = await deps.tokens.mint({ role: 'agent', room: call.room, identity: call.agent_identity });
  return {
    call: toAgentCall(call),
    media: { url: deps.settings.livekitUrl, token, identity: call.agent_identity },
    serverNow: deps.now(),
  };
}
