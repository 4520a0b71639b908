import type { Database, Query } from '../store/database.js';
import type { Timer } from './timer.js';

interface TimerRow {
  readonly kind: string;
  readonly ref: string;
  readonly due_at: number;
  readonly tries: number;
  readonly nonce: number;
}

/** The earliest timers, due or not, earliest first. */
export async function earliestTimers(db: Database, limit: number): Promise<Timer[]> {
  const rows = await db.read((q) =>
    q.all<TimerRow>('select kind, ref, due_at, tries, nonce from timer order by due_at, kind, ref limit $1', limit),
  );
  return rows.map(({ due_at, ...timer }) => ({ ...timer, dueAt: due_at }));
}

/** How long to wait before a failed handler runs again: 250 ms, doubled each time, 30 s at most. */
export const backoffMs = (tries: number): number => Math.min(250 * 2 ** Math.min(tries, 10), 30_000);

/** Puts a timer off whose handler failed. One that was moved or taken meanwhile stays as it is. */
export async function postponeTimer(q: Query, { kind, ref, tries, nonce }: Timer, now: number): Promise<boolean> {
  const { changes } = await q.run(
    'update timer set due_at = $4, tries = $5 where kind = $1 and ref = $2 and nonce = $3',
    kind,
    ref,
    nonce,
    now + backoffMs(tries),
    tries + 1,
  );
  return changes === 1;
}

/** True when the timer still stands as it was set. */
export async function isStanding(db: Database, { kind, ref, nonce }: Timer): Promise<boolean> {
  const row = await db.read((q) =>
    q.get('select 1 as standing from timer where kind = $1 and ref = $2 and nonce = $3', kind, ref, nonce),
  );
  return row !== undefined;
}
