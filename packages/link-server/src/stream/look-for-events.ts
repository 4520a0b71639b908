import type { Logger } from '../deps.js';
import type { Database } from '../store/database.js';
import { systemScheduler, type Scheduler } from '../timer/scheduler.js';
import type { DatabaseStreamHub } from './database-stream-hub.js';

/** An event whose bell got lost is told this much later at most, in milliseconds. */
export const lookEveryMs = 1_000;

/** How far back each look goes: clocks of servers differ, and a slow commit shows its events late. */
const lookBackMs = 10_000;

/**
 * Looks every second for events whose bell did not arrive: another server may have ended, or lost its connection,
 * between a commit and its bell. One question a second, however many listen. SQLite has no second server.
 */
export function startLookingForEvents(
  db: Database,
  streams: DatabaseStreamHub,
  log: Logger,
  scheduler: Scheduler = systemScheduler,
): { stop(): Promise<void> } {
  if (db.dialect === 'sqlite') return { stop: async () => undefined };
  /** The newest event of each stream that was seen lately. */
  let seen: ReadonlyMap<string, number> = new Map();
  let stopped = false;
  let cancel: () => void = () => undefined;
  let looking: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    try {
      const rows = await db.read((q) =>
        q.all<{ stream: string; n: number }>(
          `select stream, max(n) as n from event
           where at >= (select coalesce(max(at), 0) from event) - ${lookBackMs} group by stream`,
        ),
      );
      for (const { stream, n } of rows) if ((seen.get(stream) ?? 0) < n) streams.ring(stream);
      seen = new Map(rows.map(({ stream, n }) => [stream, n]));
    } catch (error) {
      log.warn('events_unreadable', { error: error instanceof Error ? error.name : 'unknown' });
    }
    if (!stopped) cancel = scheduler.after(lookEveryMs, () => (looking = look()));
  }

  cancel = scheduler.after(lookEveryMs, () => (looking = look()));
  return {
    async stop() {
      stopped = true;
      cancel();
      await looking;
    },
  };
}
