import type { ChatPort } from '@carillon/call';
import type { DeskConversationsPort } from './desk-port.js';

/** The messages of a conversation as an agent's call has them. */
export const conversationChat = (conversations: DeskConversationsPort, id: string): ChatPort => ({
  own: 'agent',
  list: (query) => conversations.messages(id, query),
  send: (request) => conversations.message(id, request),
  received: (upTo) => conversations.received(id, upTo),
});
