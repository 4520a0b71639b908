import { createOffer } from '../offer/create-offer.js';
import { readCall } from '../call/read-call.js';
import { setTimer } from '../timer/timer.js';
import type { Transition } from '../transition/transition.js';
import { announcePositions } from './announce-positions.js';

/** After declining or missing a call an agent is left in peace for this long before the same call rings there again. */
export const retryAfterMs = 10_000;

/** The timer that routes again when such a pause is over; one for the whole server. */
export const routeTimer = 'route';

interface Candidate {
  readonly agent_id: string;
  /** When the agent last let this call pass; null when it never rang there. */
  readonly passed_at: number | null;
}

/**
 * Rings waiting calls at free agents: calls by priority, then age; for each the agent whom it has not rung at yet, then
 * who has not just missed one, then who has been idle longest (issue of the queue; spec §3.3). The unique indexes of
 * `offer` make a second ring impossible, whatever two servers do at once.
 */
export async function route(t: Transition): Promise<void> {
  const { q, now } = t;
  const waiting = await q.all<{ id: string; queue_id: string }>(
    `select id, queue_id from call where state = 'queued' and customer_away = 0 and customer_until > $1
     order by priority desc, queued_at, id /*LOCK*/`,
    now,
  );
  let retryAt = Infinity;
  const busy = new Set<string>();
  for (const call of waiting) {
    if (busy.has(call.queue_id)) continue;
    const candidates = await freeAgents(t, call.queue_id, call.id);
    // Nobody is free for those behind, either: a long line costs no more than a short one.
    if (candidates.length === 0) busy.add(call.queue_id);
    const chosen = candidates.find(({ passed_at }) => passed_at === null || passed_at + retryAfterMs <= now);
    if (chosen) await createOffer(t, await readCall(q, call.id), chosen.agent_id);
    else for (const { passed_at } of candidates) retryAt = Math.min(retryAt, (passed_at ?? now) + retryAfterMs);
  }
  if (retryAt !== Infinity) await setTimer(q, routeTimer, 'all', retryAt);
  await announcePositions(t);
}

/** Agents of a queue who could take this call now, in the order in which they are asked. */
const freeAgents = ({ q, now }: Transition, queueId: string, callId: string): Promise<Candidate[]> =>
  q.all<Candidate>(
    `select agent.id as agent_id, (select max(ended_at) from offer where call_id = $2 and agent_id = agent.id and state <> 'withdrawn') as passed_at
     from agent join agent_queue on agent_queue.agent_id = agent.id
     where queue_id = $1 and status = 'active' and presence_until > $3
       and not exists (select 1 from offer where offer.agent_id = agent.id and offer.state = 'ringing')
       and not exists (select 1 from call where call.agent_id = agent.id and call.state in ('connecting', 'active', 'held'))
       and not exists (select 1 from wrapup where wrapup.agent_id = agent.id and closed_at is null)
     order by passed_at is not null, passed_at, missed, idle_since, agent.id`,
    queueId,
    callId,
    now,
  );
