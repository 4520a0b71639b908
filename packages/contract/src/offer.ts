import * as z from 'zod/mini';
import { EpochMs, Id, Medium } from './common.js';
import { Caller } from './call.js';
import { CustomData } from './custom-data.js';

/** How the ringing of one call at one agent ended; `ringing` while it has not. */
export const OfferState = z.enum(['ringing', 'accepted', 'declined', 'missed', 'withdrawn']);
export type OfferState = z.infer<typeof OfferState>;

/** Why an offer was withdrawn. */
export const WithdrawReason = z.enum([
  'abandoned',
  'agent_offline',
  'answered_elsewhere',
  'call_ended',
  'transfer_cancelled',
]);
export type WithdrawReason = z.infer<typeof WithdrawReason>;

/** One call presented to one agent. */
export const Offer = z.object({
  id: Id,
  callId: Id,
  state: OfferState,
  medium: Medium,
  caller: Caller,
  queueName: z.string(),
  conversationId: Id,
  /** What the link carried along. */
  customData: z.optional(CustomData),
  createdAt: EpochMs,
  /** The ring timeout: from this moment on the offer is missed. */
  expiresAt: EpochMs,
  withdrawReason: z.nullable(WithdrawReason),
  /** Who passes the call on; null for one that comes from the queue. */
  transferredBy: z.nullable(z.string()),
});
export type Offer = z.infer<typeof Offer>;
