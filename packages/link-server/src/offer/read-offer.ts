import { DomainError } from '../domain-error.js';
import type { Query } from '../store/database.js';
import { selectIn } from '../store/many.js';
import type { OfferRow } from '../transition/rows.js';

/** Reads an offer. @throws {DomainError} `not_found` */
export async function readOffer(q: Query, id: string): Promise<OfferRow> {
  const row = await q.get<OfferRow>('select * from offer where id = $1', id);
  if (!row) throw new DomainError('not_found');
  return row;
}

/** An offer made to this agent. Another agent's does not exist for them. @throws {DomainError} `not_found` */
export async function readOfferOfAgent(q: Query, id: string, agentId: string): Promise<OfferRow> {
  const offer = await readOffer(q, id);
  if (offer.agent_id !== agentId) throw new DomainError('not_found');
  return offer;
}

/** The offer that rings at an agent, if any. */
export const findRingingOfferOfAgent = (q: Query, agentId: string): Promise<OfferRow | undefined> =>
  q.get<OfferRow>(`select * from offer where agent_id = $1 and state = 'ringing'`, agentId);

/** The offer that rings for a call, if any. */
export const findRingingOfferOfCall = (q: Query, callId: string): Promise<OfferRow | undefined> =>
  q.get<OfferRow>(`select * from offer where call_id = $1 and state = 'ringing'`, callId);

/** Offers by their ids. */
export const readOffers = (q: Query, ids: Iterable<string>): Promise<OfferRow[]> =>
  selectIn<OfferRow>(q, (list) => `select * from offer where id in (${list})`, ids);
