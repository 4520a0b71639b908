import * as z from 'zod/mini';
import { ClientMessageId } from './client-message-id.js';
import { MessageText } from './message-text.js';

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
