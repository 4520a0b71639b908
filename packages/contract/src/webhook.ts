import * as z from 'zod/mini';
import { CallLinkKind } from './call-link.js';
import { CallEndReason, CallRating } from './call.js';
import { EpochMs, Id, Medium } from './common.js';
import { pageFields, pageQuery } from './page.js';
import { TransferFailure, TransferKind } from './transfer.js';
import { WrapUpAnswer } from './wrap-up-form.js';

/** What every event about a call says: ids alone. */
const ofCall = { callId: Id, linkId: z.nullable(Id), conversationId: Id, queueId: Id, agentId: z.nullable(Id) };
const ofWrapUp = { wrapUpId: Id, callId: Id, conversationId: Id, agentId: Id };

/**
 * What a signed webhook says about each type of event: ids, times, and words of closed lists. No names, numbers, notes,
 * link codes or tokens: a receiver that wants more asks the API. Of a form it says what was chosen and counted, as the
 * company asked for it, and nothing that was written.
 */
export const webhookData = Object.freeze({
  'link.created': z.object({
    linkId: Id,
    kind: CallLinkKind,
    conversationId: z.nullable(Id),
    agentId: z.nullable(Id),
    opensAt: z.nullable(EpochMs),
    expiresAt: EpochMs,
  }),
  'link.redeemed': z.object({ linkId: Id, callId: Id }),
  'link.used': z.object({ linkId: Id, callId: Id }),
  'link.revoked': z.object({ linkId: Id }),
  'link.expired': z.object({ linkId: Id, expiredAt: EpochMs }),
  'call.queued': z.object({ ...ofCall, medium: Medium }),
  'call.offered': z.object({ ...ofCall, offerId: Id }),
  'call.answered': z.object(ofCall),
  'call.established': z.object(ofCall),
  'call.held': z.object(ofCall),
  /** `heldMs`: how long the customer was on hold; it comes before `call.ended`, too. */
  'call.resumed': z.object({ ...ofCall, heldMs: z.int() }),
  'call.transfer_started': z.object({ ...ofCall, targetAgentId: Id, kind: TransferKind }),
  'call.transfer_failed': z.object({ ...ofCall, targetAgentId: Id, reason: z.nullable(TransferFailure) }),
  /** `agentId` is who has passed it on; one of the other two says to whom. */
  'call.transferred': z.object({ ...ofCall, targetAgentId: z.nullable(Id), targetQueueId: z.nullable(Id) }),
  'call.ended': z.object({ ...ofCall, reason: CallEndReason, establishedAt: z.nullable(EpochMs) }),
  'wrapup.opened': z.object({ ...ofWrapUp, endsAt: EpochMs }),
  'wrapup.closed': z.object({
    ...ofWrapUp,
    closedBy: z.enum(['agent', 'timer']),
    disposition: z.nullable(z.string()),
    /** How good the agent found the call, 1 to 5. */
    rating: z.nullable(CallRating),
    /** What was answered at the fields that are not for writing. */
    answers: z.array(WrapUpAnswer),
  }),
});
export type WebhookType = keyof typeof webhookData;
export type WebhookData<T extends WebhookType> = z.infer<(typeof webhookData)[T]>;
export const webhookTypes = Object.freeze(Object.keys(webhookData)) as readonly WebhookType[];

/** Body of a webhook (Standard Webhooks). `timestamp` is when it happened, in ISO 8601. */
export const WebhookBody = z.object({ type: z.enum(webhookTypes), timestamp: z.string(), data: z.unknown() });

/** A signing secret: `whsec_` and 24 to 64 bytes in base64. */
export const WebhookSecret = z.string().check(
  z.regex(/^whsec_[A-Za-z0-9+/]+={0,2}$/),
  z.refine((text: string) => {
    const digits = text.slice(6).replace(/=+$/, '').length;
    return digits % 4 !== 1 && digits * 6 >= 24 * 8 && digits * 6 <= 64 * 8 + 4;
  }),
);

/** Body of `POST /v1/webhook-endpoints`. Without a secret the server makes one up. */
export const CreateWebhookEndpointRequest = z.strictObject({
  url: z.string().check(z.minLength(1), z.maxLength(2_048)),
  secret: z.optional(WebhookSecret),
});
export type CreateWebhookEndpointRequest = z.infer<typeof CreateWebhookEndpointRequest>;

/** Where events are sent, and how that goes. Its secret is shown once, when it is made. */
export const WebhookEndpoint = z.object({
  id: Id,
  url: z.string(),
  /** `disabled`: it answered 410 Gone, or it is in the configuration no more. */
  state: z.enum(['active', 'disabled']),
  /** Set by WEBHOOK_URL. */
  configured: z.boolean(),
  createdAt: EpochMs,
  /** Deliveries that wait, and those that were given up. */
  waiting: z.int(),
  dead: z.int(),
  /** Failed attempts since the last success. */
  failures: z.int(),
  lastSuccessAt: z.nullable(EpochMs),
  lastFailureAt: z.nullable(EpochMs),
});
export type WebhookEndpoint = z.infer<typeof WebhookEndpoint>;
export const WebhookEndpointList = z.object({ endpoints: z.array(WebhookEndpoint), serverNow: EpochMs, ...pageFields });

export const CreatedWebhookEndpoint = z.object({ endpoint: WebhookEndpoint, secret: z.string() });
export type CreatedWebhookEndpoint = z.infer<typeof CreatedWebhookEndpoint>;

/** One message to one endpoint. */
export const WebhookDelivery = z.object({
  /** The `webhook-id` of each of its attempts. */
  messageId: Id,
  type: z.enum(webhookTypes),
  state: z.enum(['waiting', 'delivered', 'dead']),
  createdAt: EpochMs,
  tries: z.int(),
  /** What came of the last attempt: a status, or a word such as `timeout`. */
  lastStatus: z.nullable(z.int()),
  lastError: z.nullable(z.string()),
});
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;
export const WebhookDeliveryList = z.object({
  deliveries: z.array(WebhookDelivery),
  serverNow: EpochMs,
  ...pageFields,
});

/** Query of `GET /v1/webhook-endpoints/:id/deliveries`; `dead` are those that were given up. */
export const WebhookDeliveriesQuery = z.strictObject({
  state: z.optional(z.enum(['waiting', 'delivered', 'dead'])),
  ...pageQuery,
});

/** How many messages are sent again. */
export const Redelivered = z.object({ redelivered: z.int(), serverNow: EpochMs });

/** Body of `POST /v1/webhook-endpoints/:id/redeliver`: one message, or everything that was given up. */
export const RedeliverRequest = z.strictObject({ messageId: z.optional(Id) });
