import * as z from 'zod/mini';
import { EpochMs, Id } from './common.js';
import { pageFields } from './page.js';
import { PhoneNumber } from './phone-number.js';
import { DisplayName } from './text.js';

/** Where a callback stands (CBK-9), whatever its conversation does. */
export const CallbackState = z.enum(['in_queue', 'assigned', 'active', 'no_reply', 'done']);
export type CallbackState = z.infer<typeof CallbackState>;

/** What the customer asks for: to be called, or to be sent another link. */
export const CallbackWish = z.enum(['call', 'link']);
export type CallbackWish = z.infer<typeof CallbackWish>;

/** A customer whom nobody has called back yet, as the agents of their queue see it. */
export const Callback = z.object({
  id: Id,
  state: CallbackState,
  wish: CallbackWish,
  name: z.nullable(z.string()),
  number: z.nullable(PhoneNumber),
  conversationId: Id,
  queueName: z.string(),
  requestedAt: EpochMs,
  /** When the customer asked last, where they asked more than once, and how often they did. */
  askedAgainAt: z.nullable(EpochMs),
  times: z.int(),
});
export type Callback = z.infer<typeof Callback>;

/** Answer of `GET /v1/callbacks`: who has waited longest comes first. */
export const CallbackList = z.object({ callbacks: z.array(Callback), ...pageFields });
export type CallbackList = z.infer<typeof CallbackList>;

/** Body of `POST /v1/join/:code/callback`: a number, or the name alone where the company knows the customer. */
export const RequestCallbackRequest = z.strictObject({
  wish: z._default(CallbackWish, 'call'),
  number: z.optional(PhoneNumber),
  displayName: z.optional(DisplayName),
});
export type RequestCallbackRequest = z.input<typeof RequestCallbackRequest>;

/** That it is kept, and since when. Nothing of what others have asked with the same link is in it. */
export const RequestedCallback = z.object({ requestedAt: EpochMs, serverNow: EpochMs });
export type RequestedCallback = z.infer<typeof RequestedCallback>;
