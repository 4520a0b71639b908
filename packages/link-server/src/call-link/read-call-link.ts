import { DomainError } from '../domain-error.js';
import type { Query } from '../store/database.js';
import type { CallLinkRow } from '../transition/rows.js';

/** A link with what a list shows beside it. */
export interface ListedLinkRow extends CallLinkRow {
  readonly configuration_key: string;
  readonly creator_name: string | null;
  /** When the first of its calls was established. */
  readonly established_at: number | null;
}

export const linkColumns = `call_link.*, link_configuration.key as configuration_key, agent.name as creator_name,
    (select min(established_at) from call where call.link_id = call_link.id) as established_at
  from call_link join link_configuration on link_configuration.id = call_link.configuration_id
  left join agent on agent.id = call_link.created_by`;

/** Which links an agent may see and revoke: those they shared, and those of conversations in their queues; $1 is theirs. */
export const linksOfAgent = `(call_link.created_by = $1 or call_link.conversation_id in (
  select conversation.id from conversation join agent_queue on agent_queue.queue_id = conversation.queue_id
  where agent_queue.agent_id = $1))`;

/** A link that this agent may see. Others do not exist for them. @throws {DomainError} `not_found` */
export async function readLinkOfAgent(q: Query, id: string, agentId: string): Promise<ListedLinkRow> {
  const row = await q.get<ListedLinkRow>(
    `select ${linkColumns} where ${linksOfAgent} and call_link.id = $2`,
    agentId,
    id,
  );
  if (!row) throw new DomainError('not_found');
  return row;
}
