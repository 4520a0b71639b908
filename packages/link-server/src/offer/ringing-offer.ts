import type { ProblemCode } from '@carillon/contract';
import { DomainError } from '../domain-error.js';
import type { Query } from '../store/database.js';
import type { OfferRow } from '../transition/rows.js';
import { readAgent } from '../agent/read-agent.js';
import { readOfferOfAgent } from './read-offer.js';

/** What an agent hears who comes too late. */
const refusals: Readonly<Record<OfferRow['state'], ProblemCode>> = Object.freeze({
  ringing: 'offer_expired',
  accepted: 'offer_taken',
  declined: 'offer_expired',
  missed: 'offer_expired',
  withdrawn: 'offer_withdrawn',
});

/** The refusal for an offer that does not ring any more, with the name of who answered. */
export async function offerRefusal(q: Query, offer: OfferRow): Promise<DomainError> {
  const code = refusals[offer.state];
  return code === 'offer_taken'
    ? new DomainError(code, { answeredBy: (await readAgent(q, offer.agent_id)).name })
    : new DomainError(code);
}

/** An offer of this agent that rings at this moment. @throws {DomainError} `not_found`, `offer_expired`, `offer_taken`, `offer_withdrawn` */
export async function ringingOfferOf(
  q: Query,
  { agentId, offerId, now }: { readonly agentId: string; readonly offerId: string; readonly now: number },
): Promise<OfferRow> {
  const offer = await readOfferOfAgent(q, offerId, agentId);
  if (offer.state !== 'ringing' || offer.expires_at <= now) throw await offerRefusal(q, offer);
  return offer;
}
