import type { Deps } from '../deps.js';
import { writeTimeline } from '../conversation/write-timeline.js';
import type { Query } from '../store/database.js';
import { queueWebhooks } from '../webhook/queue-webhooks.js';
import { publishChanges } from './publish-changes.js';
import { Transition } from './transition.js';

export interface TransitionOptions {
  /**
   * Whether it waits for its turn among all transitions on the same database, and so sees what those before it did. Only
   * a transition that decides by conditional updates alone, and by nothing it has read, may go without (ADR 0008).
   */
  readonly inTurn?: boolean;
}

/**
 * Runs a body as one transaction: the conditional updates it makes, timers, events and word to webhooks are durable
 * together or not at all. Nothing outside the database is awaited in it. Says what the body returned, and whether calls
 * are to be routed as a result.
 */
export function commitTransition<T>(
  deps: Deps,
  body: (t: Transition) => Promise<T>,
  { inTurn = true }: TransitionOptions = {},
): Promise<{ readonly result: T; readonly routing: boolean }> {
  const run = async (q: Query) => {
    const t = new Transition(q, deps);
    const result = await body(t);
    await writeTimeline(t);
    await publishChanges(t);
    await queueWebhooks(t);
    return { result, routing: t.routing };
  };
  return deps.db.tx(run, { serial: inTurn });
}
