import type { Query } from '../store/database.js';
import type { AgentRow } from '../transition/rows.js';
import { DomainError } from '../domain-error.js';

/** Reads an agent. @throws {DomainError} `not_found` */
export async function readAgent(q: Query, id: string): Promise<AgentRow> {
  const row = await q.get<AgentRow>('select * from agent where id = $1', id);
  if (!row) throw new DomainError('not_found');
  return row;
}
