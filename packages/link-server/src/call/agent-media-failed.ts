import type { Done, MediaFailedRequest } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { transition } from '../transition/run-transition.js';
import { giveBack } from '../transfer/give-back.js';
import { readCallOfAgent } from './read-call.js';
import { requeueCall } from './requeue-call.js';

export type AgentMediaFailed = MediaFailedRequest & { readonly agentId: string; readonly callId: string };

/** The agent's browser cannot take part: the customer goes back to the queue at once (E-05). @throws {DomainError} `not_found` */
export function agentMediaFailed(deps: Deps, { agentId, callId, reason }: AgentMediaFailed): Promise<Done> {
  return transition(deps, async (t) => {
    const call = await readCallOfAgent(t.q, callId, agentId);
    const requeued = (await giveBack(t, call, 'media_failed')) || (await requeueCall(t, call));
    if (requeued) deps.log.warn('agent_media_failed', { callId, reason });
    return { serverNow: t.now };
  });
}
