import type { AgentCallAnswer } from '@carillon/contract';
import { readCall, readCallOfAgent } from '../call/read-call.js';
import { toAgentCall } from '../call/to-agent-call.js';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { transition } from '../transition/run-transition.js';
import { asTransferred } from './as-transferred.js';
import { completeTransfer } from './complete-transfer.js';

/**
 * Leaves a call to the agent with whom it was talked about: for whoever asked it is over, and their wrap-up begins.
 * @throws {DomainError} `not_found`, `call_ended`, `transfer_over`
 */
export function completeWarmTransfer(
  deps: Deps,
  { agentId, callId }: { readonly agentId: string; readonly callId: string },
): Promise<AgentCallAnswer> {
  return transition(deps, async (t) => {
    const call = await readCallOfAgent(t.q, callId, agentId);
    if (call.state === 'ended') throw new DomainError('call_ended');
    // Nor may whoever was asked in decide it.
    const own = call.agent_id === agentId && !call.asked_in_by;
    if (!own || !(await completeTransfer(t, callId, 'talked-about'))) throw new DomainError('transfer_over');
    return { call: toAgentCall(asTransferred(await readCall(t.q, callId), t.now)), serverNow: t.now };
  });
}
