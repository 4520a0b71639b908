import type { Query } from '../store/database.js';

/** Holds for a picture that no configuration names, archived ones included: their links go on. */
export const unusedPictures = `not exists (
  select 1 from link_configuration where settings like '%"' || picture.id || '"%')`;

/** A picture that was uploaded and not used by then was not wanted. */
const keepUnusedMs = 24 * 3_600_000;

/** Removes pictures that nothing shows any more. */
export async function removeUnusedPictures(q: Query, now: number): Promise<void> {
  await q.run(`delete from picture where kept_at <= $1 and ${unusedPictures}`, now - keepUnusedMs);
}
