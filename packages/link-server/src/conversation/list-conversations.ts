import type { ConversationList } from '@carillon/contract';
import type { Deps } from '../deps.js';
import type { ConversationRow } from '../transition/rows.js';
import { conversationColumns } from './read-conversation-row.js';
import { toConversation } from './to-conversation.js';

/** How many rows a list holds at most. */
const most = 200;

/** Conversations of the agent's queues, the latest changed first. */
export async function listConversations(
  { db }: Deps,
  { agentId }: { readonly agentId: string },
): Promise<ConversationList> {
  const rows = await db.read((q) =>
    q.all<ConversationRow>(
      `select ${conversationColumns} where queue_id in (select queue_id from agent_queue where agent_id = $1)
       order by updated_at desc, conversation.id limit ${most}`,
      agentId,
    ),
  );
  return { conversations: rows.map(toConversation) };
}
