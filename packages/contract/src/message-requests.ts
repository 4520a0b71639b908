import * as z from 'zod/mini';
import { MessageText } from './message-text.js';

/** What a browser calls its message before the server has it. The same id twice is one message, however often it is sent. */
export const ClientMessageId = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/));
export type ClientMessageId = z.infer<typeof ClientMessageId>;

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

/** Body of the routes by which a browser says what it has: every message of the other side up to this number. */
export const ReceivedMessagesRequest = z.strictObject({ upTo: z.int().check(z.nonnegative()) });
export type ReceivedMessagesRequest = z.infer<typeof ReceivedMessagesRequest>;
