import * as z from 'zod/mini';
import { EpochMs, Id } from './common.js';
import { Caller } from './call.js';
import { ConversationStatus } from './conversation.js';
import { Note } from './text.js';

/** How a wrap-up ended: by the agent, by its timer; null while it is open. */
export const WrapUpEnd = z.nullable(z.enum(['agent', 'timer']));

/** The work after a call (spec §3.6). The server owns `endsAt`; a page only counts down to it. */
export const WrapUp = z.object({
  id: Id,
  callId: Id,
  conversationId: Id,
  caller: Caller,
  openedAt: EpochMs,
  endsAt: EpochMs,
  closedAt: z.nullable(EpochMs),
  closedBy: WrapUpEnd,
  note: z.string(),
  conversationStatus: ConversationStatus,
});
export type WrapUp = z.infer<typeof WrapUp>;

/** Body of `PUT /v1/wrapups/:id/note`. The whole note, each time. */
export const SaveNoteRequest = z.strictObject({ note: Note });
export type SaveNoteRequest = z.infer<typeof SaveNoteRequest>;

/** Body of `POST /v1/wrapups/:id/close`. */
export const CloseWrapUpRequest = z.strictObject({ note: Note, conversationStatus: ConversationStatus });
export type CloseWrapUpRequest = z.infer<typeof CloseWrapUpRequest>;
