import { createOffers } from '../offer/create-offers.js';
import { selectIn } from '../store/many.js';
import { setTimer } from '../timer/timer.js';
import type { Transition } from '../transition/transition.js';
import { announcePositions } from './announce-positions.js';
import { freeAgents } from './free-agents.js';
import { matchCalls, type Matches, type Pass, type WaitingCall } from './match-calls.js';
import { sharedCallColumns } from './sharer-turn.js';
import { tellArrivals } from './tell-arrivals.js';

/** The timer that routes again when somebody may be asked again; one for the whole server. */
export const routeTimer = 'route';

/** How many calls begin to ring in one transaction, so that what waits behind it is not kept long. */
const mostAtOnce = 200;

/**
 * Rings waiting calls at free agents (`matchCalls`), and tells everybody who waits their place. Reads all of it at once:
 * a hundred calls cost as many statements as one. The unique indexes of `offer` make a second ring impossible, whatever
 * two servers do at once. True when it has to run again for the rest.
 */
export async function route(t: Transition): Promise<boolean> {
  const { matches, retryAt } = await findMatches(t);
  await createOffers(t, matches.slice(0, mostAtOnce));
  if (retryAt !== null) await setTimer(t.q, routeTimer, 'all', retryAt);
  await tellArrivals(t);
  await announcePositions(t);
  return matches.length > mostAtOnce;
}

async function findMatches(t: Transition): Promise<Matches> {
  const free = await freeAgents(t);
  const queues = free.map(({ queue_id }) => queue_id);
  const waiting = await selectIn<WaitingCall & { readonly priority: number; readonly queued_at: number }>(
    t.q,
    // Whoever waits in a queue in which nobody is free costs nothing.
    (list) => `select id, queue_id, priority, queued_at, ${sharedCallColumns('$1')},
       (select auto_assign from queue where queue.id = queue_id) as auto_assign
     from call where queue_id in (${list}) and state = 'queued' and customer_away = 0 and customer_until > $1
       and (sharer_until > $1 or exists (select 1 from queue where queue.id = queue_id and auto_assign = 1))`,
    queues,
    [t.now],
  );
  waiting.sort((a, b) => b.priority - a.priority || a.queued_at - b.queued_at || (a.id < b.id ? -1 : 1));
  return matchCalls(waiting, free, waiting.length === 0 ? [] : await passesOf(t, queues), t.now);
}

/** When agents let calls pass that still wait. */
const passesOf = ({ q }: Transition, queues: readonly string[]): Promise<Pass[]> =>
  selectIn<Pass>(
    q,
    (list) => `select offer.call_id, offer.agent_id, max(offer.ended_at) as passed_at
     from call join offer on offer.call_id = call.id
     where call.queue_id in (${list}) and call.state = 'queued' and offer.state <> 'withdrawn' and offer.ended_at is not null
     group by offer.call_id, offer.agent_id`,
    queues,
  );
