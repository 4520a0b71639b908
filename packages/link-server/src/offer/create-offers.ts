import { logEvent } from '../conversation/log-event.js';
import type { Match } from '../queue/match-calls.js';
import { insertRows, selectIn } from '../store/many.js';
import { setTimers } from '../timer/timer.js';
import type { CallRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';
import { announce, idsOfCall } from '../webhook/announce.js';
import { ringTimer } from './offer-timers.js';

type RungCall = Pick<CallRow, 'id' | 'link_id' | 'conversation_id' | 'queue_id' | 'agent_id'> & {
  readonly ring_ms: number | null;
};

/** How long it rings for a queue: as it says itself, else as the company does. */
const ringMs = 'coalesce(ring_ms, (select ring_ms from company where id = 1))';

/**
 * Rings waiting calls, each at its agent and for as long as its queue says. The identity of an offer is the agent's for
 * the whole call, should they answer. A call that does not wait any more is left out.
 */
export async function createOffers(t: Transition, matches: readonly Match[]): Promise<void> {
  if (matches.length === 0) return;
  const { q, now, deps } = t;
  const rung = await selectIn<RungCall>(
    q,
    (list) => `update call set state = 'offering', version = version + 1 where id in (${list}) and state = 'queued'
       returning id, link_id, conversation_id, queue_id, agent_id,
         (select ${ringMs} from queue where queue.id = call.queue_id) as ring_ms`,
    matches.map(({ callId }) => callId),
  );
  const calls = new Map(rung.map((call) => [call.id, call]));
  const offers = matches.flatMap(({ callId, agentId, latest }) => {
    const call = calls.get(callId);
    if (!call) return [];
    const expiresAt = Math.min(latest, now + (call.ring_ms ?? deps.settings.ringMs));
    return [{ id: deps.ids.id('off'), call, agentId, identity: deps.ids.id('par'), expiresAt, transferId: null }];
  });
  await ring(t, offers);
}

export interface TransferRing {
  readonly call: CallRow;
  readonly agentId: string;
  /** Who the agent is in the room, should they answer. */
  readonly identity: string;
  readonly transferId: string;
}

/** Rings a call that is being passed on at the agent who is to have it, for as long as its queue says (TRA-3). */
export async function ringTransfer(t: Transition, { call, ...offer }: TransferRing): Promise<void> {
  const queue = await t.q.get<{ ring_ms: number | null }>(
    `select ${ringMs} as ring_ms from queue where id = $1`,
    call.queue_id,
  );
  const expiresAt = t.now + (queue?.ring_ms ?? t.deps.settings.ringMs);
  await ring(t, [{ ...offer, id: t.deps.ids.id('off'), call, expiresAt, transferredBy: call.agent_name }]);
}

interface NewOffer {
  readonly id: string;
  readonly call: Pick<CallRow, 'id' | 'link_id' | 'conversation_id' | 'queue_id' | 'agent_id'>;
  readonly agentId: string;
  readonly identity: string;
  readonly expiresAt: number;
  readonly transferId: string | null;
  readonly transferredBy?: string | null;
}

async function ring(t: Transition, offers: readonly NewOffer[]): Promise<void> {
  const { q, now } = t;
  await insertRows(
    q,
    'insert into offer (id, call_id, agent_id, identity, state, created_at, expires_at, transfer_id, transferred_by)',
    offers.map(({ id, call, agentId, identity, expiresAt, transferId, transferredBy = null }) => [
      ...[id, call.id, agentId, identity, 'ringing', now, expiresAt, transferId, transferredBy],
    ]),
  );
  await setTimers(
    q,
    offers.map(({ id, expiresAt }) => ({ kind: ringTimer, ref: id, dueAt: expiresAt })),
  );
  const names = await namesOf(t, offers);
  for (const { id, call, agentId } of offers) {
    logEvent(t, {
      conversationId: call.conversation_id,
      type: 'call_offered',
      actor: names.get(agentId) ?? null,
    });
    announce(t, 'call.offered', call.id, { ...idsOfCall({ ...call, agent_id: agentId }), offerId: id });
    t.offers.add(id);
    t.calls.add(call.id);
    t.agents.add(agentId);
  }
}

async function namesOf(
  { q }: Transition,
  offers: readonly Pick<NewOffer, 'agentId'>[],
): Promise<ReadonlyMap<string, string>> {
  const agents = await selectIn<{ id: string; name: string }>(
    q,
    (list) => `select id, name from agent where id in (${list})`,
    offers.map(({ agentId }) => agentId),
  );
  return new Map(agents.map(({ id, name }) => [id, name]));
}
