import * as z from 'zod/mini';
import { eachOnce } from './each-once.js';
import { EpochMs, Id } from './common.js';
import { Caller, CallRating } from './call.js';
import { ConversationStatus } from './conversation.js';
import { DisplayName, Note, Summary } from './text.js';
import { WrapUpAnswer, WrapUpAnswers, WrapUpField } from './wrap-up-form.js';

/** How a wrap-up ended: by the agent, by its timer; null while it is open. */
export const WrapUpEnd = z.nullable(z.enum(['agent', 'timer']));

/**
 * How an agent may get more time (WRP-6): not at all, ten seconds at a time, or until they close it. Either ends at the
 * longest time that the company has set.
 */
export const WrapUpExtension = z.enum(['none', 'seconds', 'more']);
export type WrapUpExtension = z.infer<typeof WrapUpExtension>;

/**
 * What became of a call, in the company's own words: an agent chooses one of them while wrapping up. A list of at most
 * fifty, each once, in the order in which they are offered.
 */
export const Dispositions = z.array(DisplayName).check(z.maxLength(50)).check(z.refine(eachOnce, 'holds one twice'));

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
  summary: z.string(),
  /** What became of the call; null while nothing is chosen. */
  disposition: z.nullable(z.string()),
  /** What can be chosen: what the company had set when the call ended; empty where there is nothing to choose. */
  dispositions: z.array(z.string()),
  /** The form to fill in: what the company had set when the call ended; empty where there is none. */
  fields: z.array(WrapUpField),
  answers: z.array(WrapUpAnswer),
  /** How good the agent found the call's sound and picture; null while they have not said. */
  rating: z.nullable(CallRating),
  /** Whether it is asked for: not every region allows that (WRP-9). */
  ratingAllowed: z.boolean(),
  conversationStatus: ConversationStatus,
});
export type WrapUp = z.infer<typeof WrapUp>;

/** Body of `POST /v1/wrapups/:id/extend`: the end that the agent saw, so that asking twice extends once. */
export const ExtendWrapUpRequest = z.strictObject({ endsAt: EpochMs });
export type ExtendWrapUpRequest = z.infer<typeof ExtendWrapUpRequest>;

/** Body of `PUT /v1/wrapups/:id/note`. The whole note, each time. */
export const SaveNoteRequest = z.strictObject({ note: Note });
export type SaveNoteRequest = z.infer<typeof SaveNoteRequest>;

/** Body of `PUT /v1/wrapups/:id/summary`. The whole summary, each time. */
export const SaveSummaryRequest = z.strictObject({ summary: Summary });
export type SaveSummaryRequest = z.infer<typeof SaveSummaryRequest>;

/** Body of `PUT /v1/wrapups/:id/disposition`: one of the wrap-up's own, or null for none. */
export const ChooseDispositionRequest = z.strictObject({ disposition: z.nullable(DisplayName) });
export type ChooseDispositionRequest = z.infer<typeof ChooseDispositionRequest>;

/** Body of `PUT /v1/wrapups/:id/rating`: how good the call was, or null for nothing said (WRP-3). */
export const RateWrapUpRequest = z.strictObject({ rating: z.nullable(CallRating) });
export type RateWrapUpRequest = z.infer<typeof RateWrapUpRequest>;

/** Body of `POST /v1/wrapups/:id/close`. What is left out stays as it was before. */
export const CloseWrapUpRequest = z.strictObject({
  note: Note,
  summary: z.optional(Summary),
  conversationStatus: ConversationStatus,
  disposition: z.optional(z.nullable(DisplayName)),
  answers: z.optional(WrapUpAnswers),
  rating: z.optional(z.nullable(CallRating)),
});
export type CloseWrapUpRequest = z.infer<typeof CloseWrapUpRequest>;
