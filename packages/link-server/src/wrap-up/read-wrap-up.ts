import { DomainError } from '../domain-error.js';
import type { Query } from '../store/database.js';
import { selectIn } from '../store/many.js';
import type { WrapUpRow } from '../transition/rows.js';

/** Reads a wrap-up. @throws {DomainError} `not_found` */
export async function readWrapUp(q: Query, id: string): Promise<WrapUpRow> {
  const row = await q.get<WrapUpRow>('select * from wrapup where id = $1', id);
  if (!row) throw new DomainError('not_found');
  return row;
}

/** A wrap-up of this agent's. Another agent's does not exist for them. @throws {DomainError} `not_found` */
export async function readWrapUpOfAgent(q: Query, id: string, agentId: string): Promise<WrapUpRow> {
  const row = await readWrapUp(q, id);
  if (row.agent_id !== agentId) throw new DomainError('not_found');
  return row;
}

/** The wrap-up an agent is in, if any. */
export const findOpenWrapUp = (q: Query, agentId: string): Promise<WrapUpRow | undefined> =>
  q.get<WrapUpRow>('select * from wrapup where agent_id = $1 and closed_at is null', agentId);

/** Wrap-ups by their ids. */
export const readWrapUps = (q: Query, ids: Iterable<string>): Promise<WrapUpRow[]> =>
  selectIn<WrapUpRow>(q, (list) => `select * from wrapup where id in (${list})`, ids);
