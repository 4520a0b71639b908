import type { Query } from '../store/database.js';

/** Holds for a sound that no queue names, archived ones included. */
export const unusedSounds = `not exists (
  select 1 from queue where hold_music = sound.id or hold_announcement = sound.id)`;

/** A sound that was uploaded and not used by then was not wanted. */
const keepUnusedMs = 24 * 3_600_000;

/** Removes sounds that nothing plays any more. */
export async function removeUnusedSounds(q: Query, now: number): Promise<void> {
  await q.run(`delete from sound where kept_at <= $1 and ${unusedSounds}`, now - keepUnusedMs);
}
