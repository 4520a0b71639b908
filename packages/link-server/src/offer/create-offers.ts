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
         (select coalesce(ring_ms, (select ring_ms from company where id = 1)) from queue where queue.id = call.queue_id) as ring_ms`,
    matches.map(({ callId }) => callId),
  );
  const calls = new Map(rung.map((call) => [call.id, call]));
  const offers = matches.flatMap(({ callId, agentId, latest }) => {
    const call = calls.get(callId);
    if (!call) return [];
    const expiresAt = Math.min(latest, now + (call.ring_ms ?? deps.settings.ringMs));
    return [{ id: deps.ids.id('off'), call, agentId, identity: deps.ids.id('par'), expiresAt }];
  });
  await insertRows(
    q,
    'insert into offer (id, call_id, agent_id, identity, state, created_at, expires_at)',
    offers.map(({ id, call, agentId, identity, expiresAt }) => [
      ...[id, call.id, agentId, identity, 'ringing', now, expiresAt],
    ]),
  );
  await setTimers(
    q,
    offers.map(({ id, expiresAt }) => ({ kind: ringTimer, ref: id, dueAt: expiresAt })),
  );
  const names = await namesOf(t, matches);
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

async function namesOf({ q }: Transition, matches: readonly Match[]): Promise<ReadonlyMap<string, string>> {
  const agents = await selectIn<{ id: string; name: string }>(
    q,
    (list) => `select id, name from agent where id in (${list})`,
    matches.map(({ agentId }) => agentId),
  );
  return new Map(agents.map(({ id, name }) => [id, name]));
}
