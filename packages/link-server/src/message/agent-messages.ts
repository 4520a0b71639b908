import type { Done, Message, MessageChannel, MessagePage, MessagesQuery, SendMessageRequest } from '@carillon/contract';
import { findCallOfAgentIn } from '../call/read-call.js';
import { readConversation, readConversationFor } from '../conversation/read-conversation-row.js';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import type { Query } from '../store/database.js';
import type { CallRow } from '../transition/rows.js';
import { transition } from '../transition/run-transition.js';
import { readMessagePage } from './list-messages.js';
import { messagesAllowed } from './messages-allowed.js';
import { noteReceived } from './note-received.js';
import { writeMessage } from './write-message.js';

interface Which {
  readonly agentId: string;
  readonly conversationId: string;
}

/**
 * An agent writes to the customer they are on a call with: that call's page is where it is read.
 * @throws {DomainError} `conversation_not_found`, `customer_not_reachable`, `messages_not_allowed`, `idempotency_mismatch`
 */
export function sendAgentMessage(
  deps: Deps,
  { agentId, conversationId, clientId, text }: Which & SendMessageRequest,
): Promise<Message> {
  return transition(deps, async (t) => {
    const call = await callToWriteIn(t.q, { agentId, conversationId });
    if (!call) throw new DomainError('customer_not_reachable');
    if (!(await messagesAllowed(t.q, call.id))) throw new DomainError('messages_not_allowed');
    return writeMessage(t, { conversationId, callId: call.id, agentId, clientId, text });
  });
}

/** The messages of a conversation of the agent's queues, or of the call they are on. @throws {DomainError} `conversation_not_found` */
export function listAgentMessages(
  deps: Deps,
  { agentId, conversationId, ...query }: Which & MessagesQuery,
): Promise<MessagePage> {
  return deps.db.read(async (q) => {
    const call = await callToWriteIn(q, { agentId, conversationId });
    const open = call !== undefined && (await messagesAllowed(q, call.id));
    const { status } = await readConversation(q, conversationId);
    const mail = deps.settings.mailDomain !== null && status !== 'closed';
    const channels: MessageChannel[] = [...(open ? ['call_chat' as const] : []), ...(mail ? ['email' as const] : [])];
    const page = await readMessagePage(q, { conversationId }, query);
    return { ...page, channels, serverNow: deps.now() };
  });
}

/** The browser of the agent on the call has the customer's messages; who only reads along says nothing by it. @throws {DomainError} `conversation_not_found` */
export function agentReceived(deps: Deps, { upTo, ...which }: Which & { readonly upTo: number }): Promise<Done> {
  return transition(deps, async (t) => {
    const call = await callToWriteIn(t.q, which);
    if (call) await noteReceived(t, { callId: call.id, from: 'customer', upTo });
    return { serverNow: t.now };
  });
}

/** The agent's own live call in a conversation, which may have come from another queue than theirs; else they have to be of its queue. */
async function callToWriteIn(q: Query, { agentId, conversationId }: Which): Promise<CallRow | undefined> {
  const call = await findCallOfAgentIn(q, { agentId, conversationId });
  if (!call) await readConversationFor(q, conversationId, agentId);
  return call;
}
