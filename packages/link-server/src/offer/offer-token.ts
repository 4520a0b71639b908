import type { AgentMediaGrant } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { readCall } from '../call/read-call.js';
import { ringingOfferOf } from './ringing-offer.js';

/**
 * A token for the agent's browser to connect while the phone rings. It hears nothing, and who is asked to take over a
 * call sends nothing either: the server widens it at the answer (design §5). @throws {DomainError} `not_found`, or how the ring ended
 */
export async function offerToken(
  deps: Deps,
  { agentId, offerId }: { readonly agentId: string; readonly offerId: string },
): Promise<AgentMediaGrant> {
  const { offer, room } = await deps.db.read(async (q) => {
    const ringing = await ringingOfferOf(q, { agentId, offerId, now: deps.now() });
    return { offer: ringing, room: (await readCall(q, ringing.call_id)).room };
  });
  await deps.livekit.createRoom(room);
  const role = offer.transfer_id === null ? 'agent-ringing' : 'agent-asked';
  const token = await deps.tokens.mint({ role, room, identity: offer.identity });
  return {
    call: null,
    media: { url: deps.settings.livekitUrl, token, identity: offer.identity },
    serverNow: deps.now(),
  };
}
