import type { Deps } from '../deps.js';
import { route } from '../queue/route.js';
import { queueWebhooks } from '../webhook/queue-webhooks.js';
import { publishChanges } from './publish-changes.js';
import type { Query } from '../store/database.js';
import { Transition } from './transition.js';

/**
 * Runs a body as one transaction: the conditional updates it makes, the calls that can ring as a result, timers and
 * events are durable together or not at all. Nothing outside the database is awaited in it. Transitions of all servers
 * on one database follow one another, as routing looks at every call and agent.
 */
export function transition<T>(deps: Deps, body: (t: Transition) => Promise<T>): Promise<T> {
  const run = async (q: Query) => {
    const t = new Transition(q, deps);
    const result = await body(t);
    if (t.routing) await route(t);
    await publishChanges(t);
    await queueWebhooks(t);
    return result;
  };
  return deps.db.tx(run, { serial: true });
}
