import * as z from 'zod/mini';
import { EpochMs, Id } from './common.js';
import { MessageText } from './message-text.js';

/** How often a minute one side may write, and how many messages one page holds. */
export const messageLimits = Object.freeze({ perMinute: 30, perPage: 100 });

/** The way a message goes: beside a call, in the browsers of both. */
export const MessageChannel = z.enum(['call_chat']);
export type MessageChannel = z.infer<typeof MessageChannel>;

export const MessageSender = z.enum(['customer', 'agent']);
export type MessageSender = z.infer<typeof MessageSender>;

/** What a browser calls its message before the server has it. The same id twice is one message, however often it is sent. */
export const ClientMessageId = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/));
export type ClientMessageId = z.infer<typeof ClientMessageId>;

/** A number of a conversation's messages: 1, 2, 3 … in the order in which the server took them, without gaps. */
const Seq = z.int().check(z.nonnegative());

/** One message of a conversation. */
export const Message = z.object({
  id: Id,
  seq: Seq,
  channel: MessageChannel,
  sender: MessageSender,
  /** Who wrote it, as far as it is known. */
  name: z.nullable(z.string()),
  text: z.string(),
  clientId: z.string(),
  createdAt: EpochMs,
  /** When the other side's browser had it. */
  deliveredAt: z.nullable(EpochMs),
});
export type Message = z.infer<typeof Message>;

/** Body of `POST /v1/conversations/:id/messages` and of `POST /v1/join/:code/messages`. */
export const SendMessageRequest = z.strictObject({ clientId: ClientMessageId, text: MessageText });
export type SendMessageRequest = z.infer<typeof SendMessageRequest>;

const seqInQuery = z.optional(
  z.pipe(
    z.string().check(z.regex(/^\d{1,15}$/)),
    z.transform((text: string) => Number(text)),
  ),
);

/**
 * Query of a list of messages: what came `after` a number, oldest first, or what came `before` one; without either the
 * newest. Every answer is in the order of the numbers.
 */
export const MessagesQuery = z
  .strictObject({ after: seqInQuery, before: seqInQuery })
  .check(z.refine(({ after, before }) => after === undefined || before === undefined, { path: ['before'] }));
export type MessagesQuery = z.infer<typeof MessagesQuery>;

/** A piece of a conversation's messages. */
export const MessagePage = z.object({
  messages: z.array(Message),
  /** Whether there are more of them on the side that was asked for. */
  more: z.boolean(),
  /** The ways that are open just now to write to the other side; none: reading only. */
  channels: z.array(MessageChannel),
  serverNow: EpochMs,
});
export type MessagePage = z.infer<typeof MessagePage>;

/** Body of the routes by which a browser says what it has: every message of the other side up to this number. */
export const ReceivedMessagesRequest = z.strictObject({ upTo: Seq });
export type ReceivedMessagesRequest = z.infer<typeof ReceivedMessagesRequest>;

/**
 * Where the messages of a call stand, as one side sees it: the number of the newest one, and of the newest own one that
 * the other side's browser has. Streams carry this and no texts: whoever is behind asks for what came after.
 */
export const MessageMark = z.object({ newest: Seq, delivered: Seq });
export type MessageMark = z.infer<typeof MessageMark>;

/** The mark on an agent's stream, which is not about one conversation only. */
export const ConversationMark = z.object({ conversationId: Id, newest: Seq, delivered: Seq });
export type ConversationMark = z.infer<typeof ConversationMark>;
