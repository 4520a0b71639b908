import type { Query } from '../store/database.js';
import { setTimer, claimTimer } from '../timer/timer.js';
import type { TimerHandler } from '../timer/timer-handler.js';

/** How long an event can be replayed at least, in milliseconds. */
export const keepEventsMs = 3_600_000;

/** How many of a stream's newest events stay, however old they are. */
export const keepEvents = 500;

/** The kind of timer that trims streams; set it once at start. */
export const trimTimer = 'trim-events';

const trimEveryMs = 600_000;

/** Removes events that are both old and many. Streams keep their counter, so that numbers are never used twice. */
export async function trimEvents(q: Query, at: number): Promise<number> {
  const { changes } = await q.run(
    'delete from event where at < $1 and n <= (select stream.n - $2 from stream where stream.id = event.stream)',
    at - keepEventsMs,
    keepEvents,
  );
  return changes;
}

/** Trims, and sets itself again. */
export const onTrimTimer: TimerHandler = async ({ db, now }, timer) => {
  await db.tx(async (q) => {
    if (!(await claimTimer(q, timer))) return;
    await trimEvents(q, now());
    await setTimer(q, trimTimer, timer.ref, now() + trimEveryMs);
  });
};
