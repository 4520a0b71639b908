import type { Message, MessageChannel, MessageSender } from '@carillon/contract';
import type { Query } from '../store/database.js';

export interface MessageRow {
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
  readonly delivered_at: number | null;
}

/** Names are those of now: of the agent, or of the call whose customer wrote. */
export const messageColumns = `message.id, message.conversation_id, message.call_id, message.seq, message.channel,
    message.sender, message.client_id, message.text, message.created_at, message.delivered_at,
    coalesce(agent.name, call.caller_name) as name
  from message left join agent on agent.id = message.agent_id left join call on call.id = message.call_id`;

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
});
