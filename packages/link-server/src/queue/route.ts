import { createOffer } from '../offer/create-offer.js';
import { readCall } from '../call/read-call.js';
import { setTimer } from '../timer/timer.js';
import type { Transition } from '../transition/transition.js';
import { announcePositions } from './announce-positions.js';
import { freeAgents } from './free-agents.js';
import { sharedCallColumns, sharerRingEnd, sharerTurn, type SharedCall } from './sharer-turn.js';

/** After declining or missing a call an agent is left in peace for this long before the same call rings there again. */
export const retryAfterMs = 10_000;

/** The timer that routes again when such a pause is over; one for the whole server. */
export const routeTimer = 'route';

interface WaitingCall extends SharedCall {
  readonly id: string;
  readonly queue_id: string;
  /** Whether its queue chooses by itself who is asked, as 0 or 1. */
  readonly auto_assign: number;
}

/**
 * Rings waiting calls at free agents: calls by priority, then age; for each the agent who shared its link, where that is
 * wanted; else whom it has not rung at yet, then who has not just missed one, then who has been idle longest (spec §3.3).
 * A queue without automatic assignment is otherwise left to its agents. The unique indexes of
 * `offer` make a second ring impossible, whatever two servers do at once.
 */
export async function route(t: Transition): Promise<void> {
  const { q, now } = t;
  const waiting = await q.all<WaitingCall>(
    `select id, queue_id, ${sharedCallColumns('$1')},
       (select auto_assign from queue where queue.id = queue_id) as auto_assign
     from call where state = 'queued' and customer_away = 0 and customer_until > $1
       and (sharer_until > $1 or exists (select 1 from queue where queue.id = queue_id and auto_assign = 1))
     order by priority desc, queued_at, id /*LOCK*/`,
    now,
  );
  let retryAt = Infinity;
  const busy = new Set<string>();
  for (const call of waiting) {
    if (busy.has(call.queue_id)) continue;
    const candidates = await freeAgents(t, { queueId: call.queue_id, callId: call.id });
    // Nobody is free for those behind, either: a long line costs no more than a short one.
    if (candidates.length === 0) busy.add(call.queue_id);
    const turn = sharerTurn(call, (id) => candidates.some(({ agent_id }) => agent_id === id), now);
    if (turn === 'wait') continue;
    if (turn === 'sharer' && call.sharer_id !== null) {
      await createOffer(t, await readCall(q, call.id), call.sharer_id, sharerRingEnd(call, now));
      continue;
    }
    if (call.auto_assign === 0) continue;
    const chosen = candidates.find(({ passed_at }) => passed_at === null || passed_at + retryAfterMs <= now);
    if (chosen) await createOffer(t, await readCall(q, call.id), chosen.agent_id);
    else for (const { passed_at } of candidates) retryAt = Math.min(retryAt, (passed_at ?? now) + retryAfterMs);
  }
  if (retryAt !== Infinity) await setTimer(q, routeTimer, 'all', retryAt);
  await announcePositions(t);
}
