import type { AgentAccount } from '@carillon/contract';
import { DomainError } from '../domain-error.js';
import type { Query } from '../store/database.js';
import { readAgent } from './read-agent.js';
import { readAgentView } from './read-agent-view.js';

/** Reads an agent who works here as administrators see them. @throws {DomainError} `not_found` */
export async function readAccount(q: Query, agentId: string, now: number): Promise<AgentAccount> {
  const row = await readAgent(q, agentId);
  if (row.archived_at !== null) throw new DomainError('not_found');
  const { id, name, availability, queues } = await readAgentView(q, agentId, now);
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
