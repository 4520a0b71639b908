import type { Message, SendMessageRequest } from '@carillon/contract';
import { DomainError } from '../domain-error.js';
import type { Transition } from '../transition/transition.js';
import { findSentMessage, toMessage } from './read-messages.js';

export interface NewMessage extends SendMessageRequest {
  readonly conversationId: string;
  readonly callId: string;
  /** The agent who writes; null for the customer. */
  readonly agentId: string | null;
}

/**
 * Keeps a message as the next one of its conversation, and tells both sides. What was sent before under the same id is
 * answered with what was kept then; another text under that id is refused. Transitions follow one another, so that the
 * next number is nobody else's. @throws {DomainError} `idempotency_mismatch`
 */
export async function writeMessage(
  t: Transition,
  { conversationId, callId, agentId, clientId, text }: NewMessage,
): Promise<Message> {
  const { q, now } = t;
  const sender = agentId === null ? 'customer' : 'agent';
  const sent = await findSentMessage(q, conversationId, sender, clientId);
  if (sent) {
    if (sent.text !== text || sent.call_id !== callId) throw new DomainError('idempotency_mismatch');
    return toMessage(sent);
  }
  await q.run(
    `insert into message (id, conversation_id, call_id, seq, channel, sender, agent_id, client_id, text, created_at)
     select $1, $2, $3, coalesce(max(seq), 0) + 1, 'call_chat', $4, $5, $6, $7, $8 from message where conversation_id = $2`,
    t.deps.ids.id('msg'),
    conversationId,
    callId,
    sender,
    agentId,
    clientId,
    text,
    now,
  );
  await q.run('update conversation set updated_at = $2 where id = $1', conversationId, now);
  t.messages.add(callId);
  t.conversations.add(conversationId);
  const kept = await findSentMessage(q, conversationId, sender, clientId);
  if (!kept) throw new Error('a message was written and is not there');
  return toMessage(kept);
}
