import * as z from 'zod/mini';

/** What a browser calls its message before the server has it. The same id twice is one message, however often it is sent. */
export const ClientMessageId = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/));
export type ClientMessageId = z.infer<typeof ClientMessageId>;
