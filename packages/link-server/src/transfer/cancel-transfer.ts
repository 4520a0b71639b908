import type { AgentCallAnswer } from '@carillon/contract';
import { readCall, readCallOfAgent } from '../call/read-call.js';
import { toAgentCall } from '../call/to-agent-call.js';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { endOffer } from '../offer/end-offer.js';
import { findRingingOfferOfCall } from '../offer/read-offer.js';
import { transition } from '../transition/run-transition.js';
import type { Transition } from '../transition/transition.js';
import { returnTransfer } from './end-transfer.js';
import { isTalkedAbout, runningTransfer, type RunningTransfer } from './running-transfer.js';

/**
 * Takes a transfer back that still rings, or sends the agent away again with whom the call was talked about. Against an
 * answer in the same moment exactly one of the two wins (E-11).
 * @throws {DomainError} `not_found`, `call_ended`, `transfer_over`
 */
export function cancelTransfer(
  deps: Deps,
  { agentId, callId }: { readonly agentId: string; readonly callId: string },
): Promise<AgentCallAnswer> {
  return transition(deps, async (t) => {
    const call = await readCallOfAgent(t.q, callId, agentId);
    if (call.state === 'ended') throw new DomainError('call_ended');
    const transfer = runningTransfer(call);
    const over =
      transfer && isTalkedAbout(transfer)
        ? await returnTransfer(t, callId, { state: 'cancelled' })
        : await stopRinging(t, callId, transfer);
    if (!over) throw new DomainError('transfer_over');
    return { call: toAgentCall(await readCall(t.q, callId)), serverNow: t.now };
  });
}

async function stopRinging(t: Transition, callId: string, transfer: RunningTransfer | null): Promise<boolean> {
  const ringing = transfer?.state === 'ringing' ? await findRingingOfferOfCall(t.q, callId) : undefined;
  return ringing !== undefined && endOffer(t, ringing, { state: 'withdrawn', reason: 'transfer_cancelled' });
}
