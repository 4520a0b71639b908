import * as z from 'zod/mini';
import { ClientMessageId } from './client-message-id.js';
import { Id } from './common.js';
import { MailFailure, MailState, Message } from './conversation-message.js';
import { messageText } from './message-text.js';
import { EmailAddress } from './person.js';
import { shownText } from './text.js';

/** How often a minute one agent may send an e-mail, and how long its subject and its text may be, in characters. */
export const mailLimits = Object.freeze({ perMinute: 10, subject: 200, text: 10_000 });

/** Body of `POST /v1/conversations/:id/mails`. Nothing in it can be more than one line of a mail's head. */
export const SendMailRequest = z.strictObject({
  clientId: ClientMessageId,
  to: EmailAddress,
  subject: shownText(mailLimits.subject),
  text: messageText(mailLimits.text),
});
export type SendMailRequest = z.infer<typeof SendMailRequest>;

/** The answer to it, and the conversation it is in: that of another person, where the address is theirs. */
export const WrittenMail = z.object({ conversationId: Id, message: Message });
export type WrittenMail = z.infer<typeof WrittenMail>;

/** What is told on agents' streams: how an e-mail stands. Its address and its words are asked for. */
export const MailMark = z.object({
  conversationId: Id,
  messageId: Id,
  seq: z.int(),
  state: MailState,
  failure: z.nullable(MailFailure),
});
export type MailMark = z.infer<typeof MailMark>;
