import type { AgentCallAnswer } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { transition } from '../transition/run-transition.js';
import { endHold } from './end-hold.js';
import { readCall, readCallOfAgent } from './read-call.js';
import { requireConnected } from './require-connected.js';
import { toAgentCall } from './to-agent-call.js';

/**
 * Goes on talking with a customer who is on hold (HLD-6). Repeating it is harmless.
 * @throws {DomainError} `not_found`, `call_ended`, `call_not_connected`
 */
export function resumeCall(
  deps: Deps,
  { agentId, callId }: { readonly agentId: string; readonly callId: string },
): Promise<AgentCallAnswer> {
  return transition(deps, async (t) => {
    const call = requireConnected(await readCallOfAgent(t.q, callId, agentId));
    const { changes } = await t.q.run(
      `update call set state = 'active', held_at = null, version = version + 1 where id = $1 and state = 'held'`,
      callId,
    );
    if (changes === 1) {
      endHold(t, call, call.agent_name);
      t.calls.add(callId);
      t.agents.add(agentId);
    }
    return { call: toAgentCall(await readCall(t.q, callId)), serverNow: t.now };
  });
}
