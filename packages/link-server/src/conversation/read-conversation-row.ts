import { DomainError } from '../domain-error.js';
import { isMember } from '../queue/members.js';
import type { Query } from '../store/database.js';
import { selectIn } from '../store/many.js';
import type { ConversationRow } from '../transition/rows.js';

export const conversationColumns = `conversation.*, queue.name as queue_name, agent.name as agent_name,
  (select min(call.id) from call where call.conversation_id = conversation.id and call.state = 'queued' and queue.auto_assign = 0)
    as waiting_call_id
  from conversation join queue on queue.id = conversation.queue_id left join agent on agent.id = conversation.agent_id`;

/** Reads a conversation. @throws {DomainError} `conversation_not_found` */
export async function readConversation(q: Query, id: string): Promise<ConversationRow> {
  const row = await q.get<ConversationRow>(`select ${conversationColumns} where conversation.id = $1`, id);
  if (!row) throw new DomainError('conversation_not_found');
  return row;
}

/** Conversations by their ids. */
export const readConversations = (q: Query, ids: Iterable<string>): Promise<ConversationRow[]> =>
  selectIn<ConversationRow>(q, (list) => `select ${conversationColumns} where conversation.id in (${list})`, ids);

/** A conversation that the agent wraps up, as that of a call they passed on to another queue. */
const wrapsUp = (q: Query, id: string, agentId: string) =>
  q.get(
    'select 1 as found from wrapup where conversation_id = $1 and agent_id = $2 and closed_at is null',
    id,
    agentId,
  );

/**
 * A conversation of a queue the agent belongs to, or that they wrap up; others do not exist for them.
 * @throws {DomainError} `conversation_not_found`
 */
export async function readConversationFor(q: Query, id: string, agentId: string): Promise<ConversationRow> {
  const row = await readConversation(q, id);
  const theirs = (await isMember(q, { agentId, queueId: row.queue_id })) || (await wrapsUp(q, id, agentId));
  if (!theirs) throw new DomainError('conversation_not_found');
  return row;
}
