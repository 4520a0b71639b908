import { threadToken } from './thread-token.js';
import type { Transition } from '../transition/transition.js';

export interface NewMail {
  readonly messageId: string;
  readonly conversationId: string;
  /** The agent who writes; null for the customer. */
  readonly agentId: string | null;
  readonly clientId: string;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly mailId: string;
}

/**
 * Keeps an e-mail as the next message of its conversation and tells those whom it concerns. An agent's waits to be sent
 * from now on. Transitions follow one another, so that the next number is nobody else's.
 */
export async function writeMail(t: Transition, mail: NewMail): Promise<void> {
  const { q, now } = t;
  const outgoing = mail.agentId !== null;
  await q.run(
    `insert into message (id, conversation_id, seq, channel, sender, agent_id, client_id, text, address, subject, mail_id,
       created_at, delivered_at, next_at)
     select $1, $2, coalesce(max(seq), 0) + 1, 'email', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
     from message where conversation_id = $2`,
    mail.messageId,
    mail.conversationId,
    outgoing ? 'agent' : 'customer',
    mail.agentId,
    mail.clientId,
    mail.text,
    mail.address,
    mail.subject,
    mail.mailId,
    now,
    outgoing ? null : now,
    outgoing ? now : null,
  );
  await q.run('update conversation set updated_at = $2 where id = $1', mail.conversationId, now);
  t.conversations.add(mail.conversationId);
  t.mails.add(mail.messageId);
  // Whoever is on a call in the conversation has its messages before them.
  const calls = await q.all<{ id: string }>(
    `select id from call where conversation_id = $1 and state <> 'ended'`,
    mail.conversationId,
  );
  for (const { id } of calls) t.messages.add(id);
}

/** The token of a conversation, by which answers find it; made when it is first needed. */
export async function ensureThread({ q, deps }: Transition, conversationId: string): Promise<string> {
  await q.run(
    'update conversation set mail_token = $2 where id = $1 and mail_token is null',
    conversationId,
    threadToken(deps.ids.code()),
  );
  const row = await q.get<{ mail_token: string }>('select mail_token from conversation where id = $1', conversationId);
  if (!row) throw new Error(`${conversationId} was there and is not`);
  return row.mail_token;
}
