import type { Query } from '../store/database.js';

/** When an uploaded file is one that nothing names, as a condition on its table. */
export const unused = Object.freeze({
  /** By no configuration, archived ones included: their links go on. */
  picture: `not exists (select 1 from link_configuration where settings like '%"' || picture.id || '"%')`,
  /** By no queue, archived ones included. */
  sound: 'not exists (select 1 from queue where hold_music = sound.id or hold_announcement = sound.id)',
});

/** A file that was uploaded and not used by then was not wanted. */
const keepUnusedMs = 24 * 3_600_000;

/** How many files there are that nothing names. */
export const countUnused = async (q: Query, table: keyof typeof unused): Promise<number> =>
  (await q.get<{ n: number }>(`select count(*) as n from ${table} where ${unused[table]}`))?.n ?? 0;

/** Removes files that nothing names any more. */
export async function removeUnused(q: Query, table: keyof typeof unused, now: number): Promise<void> {
  await q.run(`delete from ${table} where kept_at <= $1 and ${unused[table]}`, now - keepUnusedMs);
}
