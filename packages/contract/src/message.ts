import * as z from 'zod/mini';
import { EpochMs, Id } from './common.js';

/** How often a minute one side may write, and how many messages one page holds. */
export const messageLimits = Object.freeze({ perMinute: 30, perPage: 100 });

/** The way a message goes: beside a call, in the browsers of both, or by e-mail. */
export const MessageChannel = z.enum(['call_chat', 'email']);
export type MessageChannel = z.infer<typeof MessageChannel>;

export const MessageSender = z.enum(['customer', 'agent']);
export type MessageSender = z.infer<typeof MessageSender>;

/** A number of a conversation's messages: 1, 2, 3 … in the order in which the server took them, without gaps. */
const Seq = z.int().check(z.nonnegative());

/** A message beside a call, as its customer's page has it. */
export const CallMessage = z.object({
  id: Id,
  seq: Seq,
  channel: MessageChannel,
  sender: MessageSender,
  /** Who wrote it, as far as it is known. */
  name: z.nullable(z.string()),
  text: z.string(),
  clientId: z.string(),
  createdAt: EpochMs,
  /** When the other side's browser had it; of an e-mail, when the mail server did, or ours. */
  deliveredAt: z.nullable(EpochMs),
});

/** A piece of a call's messages. */
export const CallMessagePage = z.object({
  messages: z.array(CallMessage),
  /** Whether there are more of them on the side that was asked for. */
  more: z.boolean(),
  /** The ways that are open just now to write to the other side; none: reading only. */
  channels: z.array(MessageChannel),
  serverNow: EpochMs,
});

/**
 * Where the messages of a call stand, as one side sees it: the number of the newest one, and of the newest own one that
 * the other side's browser has. Streams carry this and no texts: whoever is behind asks for what came after.
 */
export const MessageMark = z.object({ newest: Seq, delivered: Seq });
export type MessageMark = z.infer<typeof MessageMark>;

/** The mark on an agent's stream, which is not about one conversation only. */
export const ConversationMark = z.object({ conversationId: Id, newest: Seq, delivered: Seq });
export type ConversationMark = z.infer<typeof ConversationMark>;
