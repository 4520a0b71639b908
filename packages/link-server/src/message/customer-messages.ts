import type { Done, Message, MessagePage, MessagesQuery, SendMessageRequest } from '@carillon/contract';
import { findCustomerCall, type CustomerKey } from '../call/find-customer-call.js';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { transition } from '../transition/run-transition.js';
import { readMessagePage } from './list-messages.js';
import { messagesAllowed } from './messages-allowed.js';
import { noteReceived } from './note-received.js';
import { writeMessage } from './write-message.js';

/**
 * A customer writes in their live call, also while they wait. @throws {DomainError} `link_unavailable`, `session_expired`,
 * `call_ended`, `messages_not_allowed`, `idempotency_mismatch`
 */
export function sendCustomerMessage(
  deps: Deps,
  { clientId, text, ...key }: CustomerKey & SendMessageRequest,
): Promise<Message> {
  return transition(deps, async (t) => {
    const { id, state, conversation_id: conversationId } = await findCustomerCall(t.q, key);
    if (state === 'ended') throw new DomainError('call_ended');
    if (!(await messagesAllowed(t.q, id))) throw new DomainError('messages_not_allowed');
    return writeMessage(t, { conversationId, callId: id, agentId: null, clientId, text });
  });
}

/** The messages of a customer's call, also once it has ended. @throws {DomainError} `link_unavailable`, `session_expired` */
export function listCustomerMessages(
  deps: Deps,
  { code, secret, ...query }: CustomerKey & MessagesQuery,
): Promise<MessagePage> {
  return deps.db.read(async (q) => {
    const { id, state } = await findCustomerCall(q, { code, secret });
    const open = state !== 'ended' && (await messagesAllowed(q, id));
    const page = await readMessagePage(q, { callId: id }, query);
    return { ...page, channels: open ? ['call_chat'] : [], serverNow: deps.now() };
  });
}

/** The customer's browser has the agent's messages. @throws {DomainError} `link_unavailable`, `session_expired` */
export function customerReceived(deps: Deps, { upTo, ...key }: CustomerKey & { readonly upTo: number }): Promise<Done> {
  return transition(deps, async (t) => {
    const { id } = await findCustomerCall(t.q, key);
    await noteReceived(t, { callId: id, from: 'agent', upTo });
    return { serverNow: t.now };
  });
}
