import type { AgentCallAnswer } from '@carillon/contract';
import { readCall, readCallOfAgent } from '../call/read-call.js';
import { toAgentCall } from '../call/to-agent-call.js';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { endOffer } from '../offer/end-offer.js';
import { findRingingOfferOfCall } from '../offer/read-offer.js';
import { transition } from '../transition/run-transition.js';
import { runningTransfer } from './running-transfer.js';

/**
 * Takes a transfer back that still rings. Against an answer in the same moment exactly one of the two wins (E-11).
 * @throws {DomainError} `not_found`, `call_ended`, `transfer_over`
 */
export function cancelTransfer(
  deps: Deps,
  { agentId, callId }: { readonly agentId: string; readonly callId: string },
): Promise<AgentCallAnswer> {
  return transition(deps, async (t) => {
    const call = await readCallOfAgent(t.q, callId, agentId);
    if (call.state === 'ended') throw new DomainError('call_ended');
    const ringing = runningTransfer(call)?.state === 'ringing' ? await findRingingOfferOfCall(t.q, callId) : undefined;
    if (!ringing || !(await endOffer(t, ringing, { state: 'withdrawn', reason: 'transfer_cancelled' })))
      throw new DomainError('transfer_over');
    return { call: toAgentCall(await readCall(t.q, callId)), serverNow: t.now };
  });
}
