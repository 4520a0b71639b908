import type { Deps } from '../deps.js';
import { route } from '../queue/route.js';
import { queueWebhooks } from '../webhook/queue-webhooks.js';
import { publishChanges } from './publish-changes.js';
import { Transition } from './transition.js';

/**
 * Runs a body as one transaction: the conditional updates it makes, the calls that can ring as a result, timers and
 * events are durable together or not at all. Nothing outside the database is awaited in it.
 */
export function transition<T>(deps: Deps, body: (t: Transition) => Promise<T>): Promise<T> {
  return deps.db.tx(async (q) => {
    const t = new Transition(q, deps);
    const result = await body(t);
    if (t.routing) await route(t);
    await publishChanges(t);
    await queueWebhooks(t);
    return result;
  });
}
