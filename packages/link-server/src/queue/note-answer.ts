import type { CallRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';

/** How much the newest answer counts: a line that begins to move faster is believed after a few. */
const weight = 0.3;
/** A single long gap says that nobody was there, not how long an answer takes. */
const longestGapMs = 20 * 60_000;

interface Pace {
  readonly answered_at: number | null;
  readonly answer_every_ms: number | null;
}

/**
 * Somebody of a queue has been answered: how long the line takes from one answer to the next is known better. The time in
 * which nobody waited counts for nothing: a gap begins where this call came.
 */
export async function noteAnswer({ q, now }: Transition, { queue_id: id, queued_at }: CallRow): Promise<void> {
  const pace = await q.get<Pace>('select answered_at, answer_every_ms from queue where id = $1', id);
  if (!pace) return;
  const every = paceAfter(pace, Math.min(now - Math.max(pace.answered_at ?? 0, queued_at), longestGapMs));
  await q.run('update queue set answered_at = $2, answer_every_ms = $3 where id = $1', id, now, every);
}

const paceAfter = ({ answer_every_ms: before }: Pace, gapMs: number): number =>
  Math.round(before === null ? gapMs : before + weight * (gapMs - before));
