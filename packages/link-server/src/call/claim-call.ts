import type { Done } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { createOffers } from '../offer/create-offers.js';
import { mayRingAt } from '../queue/free-agents.js';
import { isMember } from '../queue/members.js';
import { transition } from '../transition/run-transition.js';
import { readCall } from './read-call.js';

/**
 * An agent takes a waiting call from the list ("Assign to me", decisions "Server"): it rings at them, whoever comes
 * first. @throws {DomainError} `not_found`, `agent_unavailable`, `offer_taken`, `call_ended`
 */
export function claimCall(
  deps: Deps,
  { agentId, callId }: { readonly agentId: string; readonly callId: string },
): Promise<Done> {
  return transition(deps, async (t) => {
    const call = await readCall(t.q, callId);
    if (!(await isMember(t.q, { agentId, queueId: call.queue_id }))) throw new DomainError('not_found');
    if (call.state === 'ended') throw new DomainError('call_ended');
    if (call.state !== 'queued') throw new DomainError('offer_taken');
    if (!(await mayRingAt(t, agentId))) throw new DomainError('agent_unavailable');
    await createOffers(t, [{ callId, agentId, latest: Infinity }]);
    return { serverNow: t.now };
  });
}
