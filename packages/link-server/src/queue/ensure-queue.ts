import type { Deps } from '../deps.js';

/** Makes a queue exist under its key, or gives it its name. Returns its id. */
export function ensureQueue(
  { db, ids }: Deps,
  { key, name }: { readonly key: string; readonly name: string },
): Promise<string> {
  return db.tx(async (q) => {
    const row = await q.get<{ id: string }>(
      'insert into queue (id, key, name) values ($1, $2, $3) on conflict (key) do update set name = excluded.name returning id',
      ids.id('que'),
      key,
      name,
    );
    if (!row) throw new Error('a queue that was written cannot be missing');
    return row.id;
  });
}
