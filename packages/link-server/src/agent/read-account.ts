import type { Agent, AgentAccount } from '@carillon/contract';
import { DomainError } from '../domain-error.js';
import type { Query } from '../store/database.js';
import { selectIn } from '../store/many.js';
import type { AgentRow } from '../transition/rows.js';
import { readAgentViews } from './read-agent-view.js';

/** Agents who work here as administrators see them, in the order of their ids in the list. */
export async function readAccounts(q: Query, ids: readonly string[], now: number): Promise<AgentAccount[]> {
  const rows = await selectIn<AgentRow>(
    q,
    (list) => `select * from agent where id in (${list}) and archived_at is null`,
    ids,
  );
  const views = await readAgentViews(q, ids, now);
  return ids.flatMap((id) => {
    const [row, view] = [rows.find((one) => one.id === id), views.find((one) => one.id === id)];
    return row && view ? [toAccount(row, view)] : [];
  });
}

/** Reads an agent who works here as administrators see them. @throws {DomainError} `not_found` */
export async function readAccount(q: Query, agentId: string, now: number): Promise<AgentAccount> {
  const [account] = await readAccounts(q, [agentId], now);
  if (!account) throw new DomainError('not_found');
  return account;
}

const toAccount = (row: AgentRow, { id, name, availability, queues }: Agent): AgentAccount => ({
  id,
  externalId: row.ext_id,
  name,
  role: row.role,
  availability,
  queueIds: queues.map((queue) => queue.id),
  wrapUpMs: row.wrap_up_ms,
  version: row.version,
});
