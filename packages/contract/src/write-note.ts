import * as z from 'zod/mini';
import { ClientMessageId } from './client-message-id.js';
import { isBlank, longestNote, manyLines, maskCardNumbers } from './text.js';

/** A note that stands by itself: a `Note` in which something can be seen. */
const NoteText = z.pipe(
  manyLines(longestNote).check(z.refine((text) => !isBlank(text), 'is empty')),
  z.transform(maskCardNumbers),
);

/** Body of `POST /v1/conversations/:id/notes`. */
export const WriteNoteRequest = z.strictObject({ clientId: ClientMessageId, text: NoteText });
export type WriteNoteRequest = z.infer<typeof WriteNoteRequest>;
