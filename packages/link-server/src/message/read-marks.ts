import type { ConversationMark, MessageMark, MessageSender } from '@carillon/contract';
import type { Query } from '../store/database.js';
import type { CallRow } from '../transition/rows.js';
import { inScope, type MessageScope } from './message-scope.js';

async function readMark(q: Query, scope: MessageScope, own: MessageSender): Promise<MessageMark> {
  const [condition, arg] = inScope(scope);
  const row = await q.get<{ newest: number | null; delivered: number | null }>(
    `select max(seq) as newest,
       max(case when sender = $2 and channel = 'call_chat' and delivered_at is not null then seq end) as delivered
     from message where ${condition}`,
    arg,
    own,
  );
  return { newest: row?.newest ?? 0, delivered: row?.delivered ?? 0 };
}

/** Where a call's messages stand, as its customer sees it. */
export const readCustomerMark = (q: Query, { id }: CallRow): Promise<MessageMark> =>
  readMark(q, { callId: id }, 'customer');

/** Where the messages of a call's conversation stand, as its agent sees it. */
export async function readAgentMark(q: Query, { conversation_id: conversationId }: CallRow): Promise<ConversationMark> {
  return { conversationId, ...(await readMark(q, { conversationId }, 'agent')) };
}
