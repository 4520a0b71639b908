import type { CallRow } from '../transition/rows.js';

/** An answer longer ago than this before somebody came says nothing about today's line. */
const staleMs = 60 * 60_000;

/** When a call that waits will be answered, as its queue's last answers suggest; null where they suggest nothing. */
export function expectedAt({ position, queued_at, answered_at, answer_every_ms }: CallRow): number | null {
  if (position === null || answered_at === null || answer_every_ms === null) return null;
  if (queued_at - answered_at > staleMs) return null;
  return Math.max(answered_at, queued_at) + position * answer_every_ms;
}
