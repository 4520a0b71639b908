import type { AgentAccount, AgentRole } from '@carillon/contract';
import { DomainError } from '../domain-error.js';
import type { Query } from '../store/database.js';
import { readAgent } from './read-agent.js';
import { toAgent } from './to-agent.js';

interface AccountRow {
  readonly id: string;
  readonly ext_id: string;
  readonly role: AgentRole;
  readonly version: number;
}

/** Reads an agent who works here as administrators see them. @throws {DomainError} `not_found` */
export async function readAccount(q: Query, agentId: string, now: number): Promise<AgentAccount> {
  const row = await q.get<AccountRow>(
    'select id, ext_id, role, version from agent where id = $1 and archived_at is null',
    agentId,
  );
  if (!row) throw new DomainError('not_found');
  const { id, name, availability, queues } = await toAgent(q, await readAgent(q, agentId), now);
  return {
    id,
    externalId: row.ext_id,
    name,
    role: row.role,
    availability,
    queueIds: queues.map((queue) => queue.id),
    version: row.version,
  };
}
