import type { AgentCallAnswer } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { transition } from '../transition/run-transition.js';
import { beginHold } from './begin-hold.js';
import { readCall, readCallOfAgent } from './read-call.js';
import { requireConnected } from './require-connected.js';
import { toAgentCall } from './to-agent-call.js';

/**
 * Puts the customer on hold (HLD-1 to HLD-5): they hear the queue's sound, and neither side hears or sees the other until
 * the call is resumed. Repeating it is harmless.
 * @throws {DomainError} `not_found`, `call_ended`, `call_not_connected`
 */
export function holdCall(
  deps: Deps,
  { agentId, callId }: { readonly agentId: string; readonly callId: string },
): Promise<AgentCallAnswer> {
  return transition(deps, async (t) => {
    const call = requireConnected(await readCallOfAgent(t.q, callId, agentId));
    const { changes } = await t.q.run(
      `update call set state = 'held', held_at = $2, version = version + 1 where id = $1 and state = 'active'`,
      callId,
      t.now,
    );
    if (changes === 1) {
      beginHold(t, call);
      t.calls.add(callId);
      t.agents.add(agentId);
    }
    return { call: toAgentCall(await readCall(t.q, callId)), serverNow: t.now };
  });
}
