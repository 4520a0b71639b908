import { randomInt } from 'node:crypto';
import type { Query } from '../store/database.js';
import { insertRows } from '../store/many.js';

/** A deadline. There is at most one for each kind and ref. */
export interface Timer {
  readonly kind: string;
  readonly ref: string;
  readonly dueAt: number;
  /** How often its handler failed so far. */
  readonly tries: number;
  /** Different each time it is set, so that nobody takes one that was set anew. */
  readonly nonce: number;
}

/** The topic that wakes timer loops. */
export const timerTopic = 'timer';

/** Sets timers, or moves those that are there. */
export async function setTimers(q: Query, timers: readonly Pick<Timer, 'kind' | 'ref' | 'dueAt'>[]): Promise<void> {
  await insertRows(
    q,
    'insert into timer (kind, ref, due_at, nonce)',
    timers.map(({ kind, ref, dueAt }) => [kind, ref, dueAt, randomInt(2 ** 47)]),
    'on conflict (kind, ref) do update set due_at = excluded.due_at, nonce = excluded.nonce, tries = 0',
  );
  q.ring(timerTopic);
}

/** Sets a timer, or moves the one that is there. */
export const setTimer = (q: Query, kind: string, ref: string, dueAt: number): Promise<void> =>
  setTimers(q, [{ kind, ref, dueAt }]);

/** Cancels a timer; one that is not there is fine. */
export async function cancelTimer(q: Query, kind: string, ref: string): Promise<void> {
  await q.run('delete from timer where kind = $1 and ref = $2', kind, ref);
}

/**
 * Takes a due timer, in the transaction that has its effect: effect and removal are one. False when somebody else took,
 * moved or cancelled it meanwhile; then the handler does nothing.
 */
export async function claimTimer(q: Query, timer: Timer): Promise<boolean> {
  const { changes } = await q.run(
    'delete from timer where kind = $1 and ref = $2 and nonce = $3',
    timer.kind,
    timer.ref,
    timer.nonce,
  );
  return changes === 1;
}
