import * as z from 'zod/mini';
import { CallMessage, CallMessagePage } from './message.js';

/**
 * What became of an e-mail: it is on its way to the mail server, that server has it, or it could not be sent; one of the
 * customer's was received.
 */
export const MailState = z.enum(['sending', 'sent', 'failed', 'received']);
export type MailState = z.infer<typeof MailState>;

/** Why an e-mail was not sent: the address was refused, the mail was, or the mail server did not take it in time. */
export const MailFailure = z.enum(['address_refused', 'mail_refused', 'server_unavailable']);
export type MailFailure = z.infer<typeof MailFailure>;

/** What an e-mail says besides its text. */
export const MessageMail = z.object({
  /** Of the customer: to whom it went, or who has answered. */
  address: z.string(),
  subject: z.string(),
  state: MailState,
  failure: z.nullable(MailFailure),
});
export type MessageMail = z.infer<typeof MessageMail>;

/** One message of a conversation, whichever way it went. In a module of its own: customers' pages have no e-mail. */
export const Message = z.object({
  ...CallMessage.shape,
  /** Of an e-mail. */
  mail: z.optional(MessageMail),
});
export type Message = z.infer<typeof Message>;

/** A piece of a conversation's messages. */
export const MessagePage = z.object({ ...CallMessagePage.shape, messages: z.array(Message) });
export type MessagePage = z.infer<typeof MessagePage>;
