import type { AgentMediaGrant } from '@carillon/contract';
import { readCall } from '../call/read-call.js';
import { connectTimer } from '../call/call-timers.js';
import { toAgentCall } from '../call/to-agent-call.js';
import { logEvent } from '../conversation/log-event.js';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { enqueue } from '../outbox/outbox.js';
import { cancelTimer, setTimer } from '../timer/timer.js';
import { readAgent } from '../agent/read-agent.js';
import { answerTransfer } from '../transfer/answer-transfer.js';
import { commitTransition } from '../transition/commit-transition.js';
import type { CallRow, OfferRow } from '../transition/rows.js';

import type { Transition } from '../transition/transition.js';
import { announce, idsOfCall } from '../webhook/announce.js';
import { offerRefusal } from './ringing-offer.js';
import { ringTimer } from './offer-timers.js';
import { readOfferOfAgent } from './read-offer.js';

export interface AcceptOffer {
  readonly agentId: string;
  readonly offerId: string;
}

/**
 * Answers a ringing call. Of any number of accepts exactly one wins; the others hear who did (E-02). The winner's
 * browser, connected while it rang, may then publish and hear.
 * @throws {DomainError} `not_found`, `offer_taken`, `offer_expired`, `offer_withdrawn`
 */
export async function acceptOffer(deps: Deps, request: AcceptOffer): Promise<AgentMediaGrant> {
  const { result: call, routing } = await commitTransition(deps, (t) => accept(t, request));
  const identity = call.agent_identity ?? '';
  const [token] = await Promise.all([
    deps.tokens.mint({ role: 'agent', room: call.room, identity }),
    // Waited for, as the agent cannot speak before. Should it fail, the outbox repeats it and the token says the same.
    deps.livekit.grant(call.room, identity, 'agent').catch(() => deps.log.warn('grant_failed', { callId: call.id })),
    // Beside it, and not before: two people wait to hear each other.
    routing ? deps.router.route(deps) : null,
  ]);
  return { call: toAgentCall(call), media: { url: deps.settings.livekitUrl, token, identity }, serverNow: deps.now() };
}

async function accept(t: Transition, { agentId, offerId }: AcceptOffer): Promise<CallRow> {
  const { q, now } = t;
  const offer = await readOfferOfAgent(q, offerId, agentId);
  // The read above may be stale; only this update decides.
  const won = await q.run(
    `update offer set state = 'accepted', ended_at = $2 where id = $1 and state = 'ringing' and expires_at > $2`,
    offer.id,
    now,
  );
  if (won.changes === 0) throw await offerRefusal(q, await readOfferOfAgent(q, offerId, agentId));
  await cancelTimer(q, ringTimer, offer.id);
  await q.run('update agent set missed = 0 where id = $1', agentId);
  t.offers.add(offer.id);
  t.agents.add(agentId);
  return offer.transfer_id === null ? answerFromQueue(t, offer) : answerTransfer(t, offer);
}

async function answerFromQueue(t: Transition, offer: OfferRow): Promise<CallRow> {
  const { q, now, deps } = t;
  const { agent_id: agentId } = offer;
  const moved = await q.run(
    `update call set state = 'connecting', agent_id = $2, agent_identity = $3, agent_away = 0, version = version + 1
     where id = $1 and state = 'offering'`,
    offer.call_id,
    agentId,
    offer.identity,
  );
  if (moved.changes === 0) throw new DomainError('offer_withdrawn');
  await setTimer(q, connectTimer, offer.call_id, now + deps.settings.connectMs);
  const call = await readCall(q, offer.call_id);
  await q.run('update conversation set agent_id = $2 where id = $1', call.conversation_id, agentId);
  await enqueue(q, { type: 'grant', room: call.room, identity: offer.identity, role: 'agent' }, now);
  logEvent(t, {
    conversationId: call.conversation_id,
    type: 'call_answered',
    actor: (await readAgent(q, agentId)).name,
  });
  announce(t, 'call.answered', call.id, idsOfCall(call));
  t.calls.add(call.id);
  t.routing = true;
  return call;
}
