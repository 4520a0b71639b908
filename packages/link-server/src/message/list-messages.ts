import { messageLimits, type MessagePage, type MessagesQuery } from '@carillon/contract';
import type { Query } from '../store/database.js';
import { inScope, type MessageScope } from './message-scope.js';
import { messageColumns, toMessage, type MessageRow } from './read-messages.js';

/** Reads a piece of the messages in a scope, in their order; one more than a page says whether there are more. */
export async function readMessagePage(
  q: Query,
  scope: MessageScope,
  { after, before }: MessagesQuery,
): Promise<Pick<MessagePage, 'messages' | 'more'>> {
  const [condition, arg] = inScope(scope);
  const [bound, edge] = after === undefined ? ['<', before ?? Number.MAX_SAFE_INTEGER] : ['>', after];
  const rows = await q.all<MessageRow>(
    `select ${messageColumns} where ${condition} and message.seq ${bound} $2
     order by message.seq ${after === undefined ? 'desc' : 'asc'} limit $3`,
    arg,
    edge,
    messageLimits.perPage + 1,
  );
  const page = rows.slice(0, messageLimits.perPage);
  if (after === undefined) page.reverse();
  return { messages: page.map(toMessage), more: rows.length > messageLimits.perPage };
}
