import type { Done } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { transition } from '../transition/run-transition.js';
import { endCall } from './end-call.js';
import { giveBack } from '../transfer/give-back.js';
import { readCallOfAgent } from './read-call.js';

/** The agent hangs up, which ends the call for both. Whoever is being given it and does not have it yet gives it back. Repeating it is harmless. @throws {DomainError} `not_found` */
export function endCallByAgent(
  deps: Deps,
  { agentId, callId }: { readonly agentId: string; readonly callId: string },
): Promise<Done> {
  return transition(deps, async (t) => {
    const call = await readCallOfAgent(t.q, callId, agentId);
    if (await giveBack(t, call, call.state === 'connecting' ? 'declined' : 'left')) return { serverNow: t.now };
    if (call.state !== 'ended') await endCall(t, call, 'agent_hangup');
    return { serverNow: t.now };
  });
}
