import type { Done } from '@carillon/contract';
import { readAgent } from '../agent/read-agent.js';
import { readCall } from '../call/read-call.js';
import { logEvent } from '../conversation/log-event.js';
import type { Deps } from '../deps.js';
import { transition } from '../transition/run-transition.js';
import { endOffer } from './end-offer.js';
import { ringingOfferOf } from './ringing-offer.js';

/** Lets a ringing call pass to the next agent. @throws {DomainError} `not_found`, or how the ring ended */
export function declineOffer(
  deps: Deps,
  { agentId, offerId }: { readonly agentId: string; readonly offerId: string },
): Promise<Done> {
  return transition(deps, async (t) => {
    const offer = await ringingOfferOf(t.q, { agentId, offerId, now: t.now });
    await endOffer(t, offer, { state: 'declined' });
    await t.q.run('update agent set missed = 0 where id = $1', agentId);
    const { conversation_id: conversationId } = await readCall(t.q, offer.call_id);
    logEvent(t, { conversationId, type: 'offer_declined', actor: (await readAgent(t.q, agentId)).name });
    return { serverNow: t.now };
  });
}
