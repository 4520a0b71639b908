import type { ConversationList } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { readPage, type AskedPage } from '../paging/read-page.js';
import type { ConversationRow } from '../transition/rows.js';
import { conversationColumns } from './read-conversation-row.js';
import { toConversation } from './to-conversation.js';

/** Conversations of the agent's queues, the latest changed first. @throws {DomainError} `invalid_request` for a cursor that is none */
export async function listConversations(
  { db }: Deps,
  { agentId, ...page }: AskedPage & { readonly agentId: string },
): Promise<ConversationList> {
  const { rows, next } = await db.read((q) =>
    readPage<ConversationRow>(q, {
      select: `select ${conversationColumns}`,
      where: ['queue_id in (select queue_id from agent_queue where agent_id = $1)'],
      args: [agentId],
      order: {
        by: 'updated_at',
        is: 'number',
        id: 'conversation.id',
        descending: true,
        of: (row) => [row.updated_at, row.id],
      },
      page,
    }),
  );
  return { conversations: rows.map(toConversation), next };
}
