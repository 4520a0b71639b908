import type { Message, MessageChannel, MessageSender } from '@carillon/contract';
import { toMail, type MailColumns } from '../mail/mail-row.js';
import type { Query } from '../store/database.js';

export interface MessageRow extends MailColumns {
  readonly id: string;
  readonly conversation_id: string;
  readonly call_id: string | null;
  readonly seq: number;
  readonly channel: MessageChannel;
  readonly sender: MessageSender;
  readonly client_id: string;
  readonly text: string;
  readonly name: string | null;
  readonly created_at: number;
}

/** Names are those of now: of the agent, of the call whose customer wrote, or of the conversation's person. */
export const messageColumns = `message.id, message.conversation_id, message.call_id, message.seq, message.channel,
    message.sender, message.client_id, message.text, message.created_at, message.delivered_at, message.failed_at,
    message.failure, message.address, message.subject,
    coalesce(agent.name, call.caller_name, case when message.channel = 'email' then person.name end) as name
  from message left join agent on agent.id = message.agent_id left join call on call.id = message.call_id
  left join conversation on conversation.id = message.conversation_id
  left join person on person.id = conversation.person_id`;

/** What a browser sent before under this id, if it has. */
export const findSentMessage = (
  q: Query,
  conversationId: string,
  sender: MessageSender,
  clientId: string,
): Promise<MessageRow | undefined> =>
  q.get<MessageRow>(
    `select ${messageColumns} where message.conversation_id = $1 and message.sender = $2 and message.client_id = $3`,
    conversationId,
    sender,
    clientId,
  );

/** The e-mail that an agent's page sent before under this id, if it has, in whichever conversation. */
export const findMailOf = (q: Query, agentId: string, clientId: string): Promise<MessageRow | undefined> =>
  q.get<MessageRow>(
    `select ${messageColumns} where message.channel = 'email' and message.agent_id = $1 and message.client_id = $2`,
    agentId,
    clientId,
  );

/** A message by its id. */
export const findMessage = (q: Query, id: string): Promise<MessageRow | undefined> =>
  q.get<MessageRow>(`select ${messageColumns} where message.id = $1`, id);

export const toMessage = (row: MessageRow): Message => ({
  id: row.id,
  seq: row.seq,
  channel: row.channel,
  sender: row.sender,
  name: row.name,
  text: row.text,
  clientId: row.client_id,
  createdAt: row.created_at,
  deliveredAt: row.delivered_at,
  ...(row.channel === 'email' ? { mail: toMail(row) } : {}),
});
