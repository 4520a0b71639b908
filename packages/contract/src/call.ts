import * as z from 'zod/mini';
import { EpochMs, Id, MediaGrant, Medium } from './common.js';
import { CustomData } from './custom-data.js';
import { PhoneNumber } from './phone-number.js';
import { HoldAnnouncement, WaitingSound } from './queue.js';
import { CallTransfer, Consult } from './transfer.js';

/** States of a call (spec §3.2). `consulting`: its agents talk to each other, and the customer is on hold. */
export const CallState = z.enum([
  ...(['queued', 'offering', 'connecting', 'active', 'held', 'consulting', 'transferring', 'ended'] as const),
]);
export type CallState = z.infer<typeof CallState>;

export const CallEndReason = z.enum([
  'customer_hangup',
  'agent_hangup',
  'abandoned_in_queue',
  'no_agent',
  'connection_lost',
  'link_revoked',
  'admin',
  /** Of the agent who passed it on: for the customer it goes on. */
  'transferred',
]);
export type CallEndReason = z.infer<typeof CallEndReason>;

/** Where a call came from. A link caller has a name and no number; a phone caller a number and maybe a name. */
export const CallOrigin = z.enum(['link', 'phone']);
export type CallOrigin = z.infer<typeof CallOrigin>;

/** Which side is away just now, or null. The call goes on: the clock of its grace period runs on the server. */
export const AwaySide = z.nullable(z.enum(['customer', 'agent', 'both']));
export type AwaySide = z.infer<typeof AwaySide>;

const callFields = {
  id: Id,
  /** Grows with every change of the record: an older version never replaces a newer one. */
  version: z.int(),
  state: CallState,
  medium: Medium,
  queueName: z.string(),
  queuedAt: EpochMs,
  /** When both sides were connected; the call timer counts from here. */
  establishedAt: z.nullable(EpochMs),
  endedAt: z.nullable(EpochMs),
  endReason: z.nullable(CallEndReason),
  away: AwaySide,
  /** Since when the customer is on hold, or null. */
  heldAt: z.nullable(EpochMs),
  /**
   * The other agent who takes part while the call is being passed on after talking; null in all other calls. A customer
   * hears of them only once all three talk.
   */
  consult: z.nullable(Consult),
};

/** A call as its customer sees it. */
export const CustomerCall = z.object({
  ...callFields,
  /** Place in the line, 1 is next; null once somebody answered. */
  position: z.nullable(z.int()),
  /** When it will be answered, by the server's clock, as the last answers of its queue suggest; null: nobody knows. */
  expectedAt: z.optional(z.nullable(EpochMs)),
  agentName: z.nullable(z.string()),
  /** What is heard while waiting. */
  waitingSound: WaitingSound,
  /** What is heard on hold (HLD-5). */
  holdSound: WaitingSound,
  /** The sound of that music; without it the built-in one. */
  holdMusic: z.optional(z.nullable(Id)),
  /** What is said over it. */
  holdAnnouncement: z.optional(z.nullable(HoldAnnouncement)),
});
export type CustomerCall = z.infer<typeof CustomerCall>;

/** Who calls, as far as it is known: null means that it is not. */
export const Caller = z.object({ name: z.nullable(z.string()), number: z.nullable(PhoneNumber), origin: CallOrigin });
export type Caller = z.infer<typeof Caller>;

/** A call as its agent sees it. */
export const AgentCall = z.object({
  ...callFields,
  caller: Caller,
  conversationId: Id,
  /** The latest transfer that this agent asked for: under way, or why it came to nothing. */
  transfer: z.nullable(CallTransfer),
  /** Whether the call can be passed on: that of a queue without automatic assignment cannot (TRQ-5). */
  mayTransfer: z.boolean(),
  /** What the link carried along. */
  customData: z.optional(CustomData),
});
export type AgentCall = z.infer<typeof AgentCall>;

/** Answer of `POST /v1/join/:code`: the call, and how to join its room. `media` is null once the call has ended. */
export const CustomerCallSession = z.object({ call: CustomerCall, media: z.nullable(MediaGrant), serverNow: EpochMs });
export type CustomerCallSession = z.infer<typeof CustomerCallSession>;

/** Answer of a token request: the grant, and the call as it stands, so that a rejoin never guesses. */
export const AgentMediaGrant = z.object({ call: z.nullable(AgentCall), media: MediaGrant, serverNow: EpochMs });
export type AgentMediaGrant = z.infer<typeof AgentMediaGrant>;

/** Answer of a command about the agent's call: how it stands now, so that nothing is waited for in between. */
export const AgentCallAnswer = z.object({ call: AgentCall, serverNow: EpochMs });
export type AgentCallAnswer = z.infer<typeof AgentCallAnswer>;

/** How a call was, from 1, bad, to 5, very good. */
export const CallRating = z.int().check(z.gte(1), z.lte(5));

/** Body of `POST /v1/join/:code/rating`. */
export const RateCallRequest = z.strictObject({ rating: CallRating });
export type RateCallRequest = z.infer<typeof RateCallRequest>;

/** Body of `POST /v1/calls/:id/media-failed`: why the agent's browser cannot take part (E-05). */
export const MediaFailedRequest = z.strictObject({
  reason: z.enum(['microphone_denied', 'microphone_missing', 'microphone_in_use', 'connection_failed']),
});
export type MediaFailedRequest = z.infer<typeof MediaFailedRequest>;
