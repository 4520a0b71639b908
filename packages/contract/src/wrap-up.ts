import * as z from 'zod/mini';
import { EpochMs, Id } from './common.js';
import { Caller } from './call.js';
import { ConversationStatus } from './conversation.js';
import { Note } from './text.js';

/** How a wrap-up ended: by the agent, by its timer; null while it is open. */
export const WrapUpEnd = z.nullable(z.enum(['agent', 'timer']));

/**
 * How an agent may get more time (WRP-6): not at all, ten seconds at a time, or until they close it. Either ends at the
 * longest time that the company has set.
 */
export const WrapUpExtension = z.enum(['none', 'seconds', 'more']);
export type WrapUpExtension = z.infer<typeof WrapUpExtension>;

/** The work after a call (spec §3.6). The server owns `endsAt`; a page only counts down to it. */
export const WrapUp = z.object({
  id: Id,
  callId: Id,
  conversationId: Id,
  caller: Caller,
  openedAt: EpochMs,
  endsAt: EpochMs,
  extension: WrapUpExtension,
  /** How far `endsAt` can be moved. */
  latestEndsAt: EpochMs,
  closedAt: z.nullable(EpochMs),
  closedBy: WrapUpEnd,
  note: z.string(),
  conversationStatus: ConversationStatus,
});
export type WrapUp = z.infer<typeof WrapUp>;

/** Body of `POST /v1/wrapups/:id/extend`: the end that the agent saw, so that asking twice extends once. */
export const ExtendWrapUpRequest = z.strictObject({ endsAt: EpochMs });
export type ExtendWrapUpRequest = z.infer<typeof ExtendWrapUpRequest>;

/** Body of `PUT /v1/wrapups/:id/note`. The whole note, each time. */
export const SaveNoteRequest = z.strictObject({ note: Note });
export type SaveNoteRequest = z.infer<typeof SaveNoteRequest>;

/** Body of `POST /v1/wrapups/:id/close`. */
export const CloseWrapUpRequest = z.strictObject({ note: Note, conversationStatus: ConversationStatus });
export type CloseWrapUpRequest = z.infer<typeof CloseWrapUpRequest>;
