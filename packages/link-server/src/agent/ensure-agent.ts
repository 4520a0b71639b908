import type { AgentRole } from '@carillon/contract';
import type { Deps } from '../deps.js';

export interface NewAgent {
  /** The host app's id for them: the `sub` of its JWT. */
  readonly extId: string;
  readonly name: string;
  readonly queueIds: readonly string[];
  /** What a new one may do; one that is there keeps what it may. */
  readonly role?: AgentRole;
}

/** Makes an agent exist and belong to queues. One that is there gets the name and any queue they lack. Returns the id. */
export function ensureAgent(
  { db, ids, now }: Deps,
  { extId, name, queueIds, role = 'agent' }: NewAgent,
): Promise<string> {
  return db.tx(async (q) => {
    const row = await q.get<{ id: string }>(
      `insert into agent (id, ext_id, name, role, status, idle_since) values ($1, $2, $3, $4, 'offline', $5)
       on conflict (ext_id) do update set name = excluded.name returning id`,
      ids.id('agt'),
      extId,
      name,
      role,
      now(),
    );
    if (!row) throw new Error('an agent that was written cannot be missing');
    for (const queueId of queueIds)
      await q.run(
        'insert into agent_queue (agent_id, queue_id) values ($1, $2) on conflict do nothing',
        row.id,
        queueId,
      );
    return row.id;
  });
}
