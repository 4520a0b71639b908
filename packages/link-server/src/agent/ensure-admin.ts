import type { Deps } from '../deps.js';

/** Makes somebody an administrator where there is none yet, so that a new company can be set up. */
export async function ensureAdmin({ db, ids, now, log }: Deps, extId: string): Promise<void> {
  const { changes } = await db.tx((q) =>
    q.run(
      `insert into agent (id, ext_id, name, role, status, idle_since)
       select $1, $2, 'Administrator', 'admin', 'offline', $3
       where not exists (select 1 from agent where role = 'admin' and archived_at is null)
       on conflict (ext_id) do update set role = 'admin', archived_at = null, version = agent.version + 1`,
      ids.id('agt'),
      extId,
      now(),
    ),
  );
  if (changes > 0) log.info('admin_made');
}
