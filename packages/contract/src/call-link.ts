import * as z from 'zod/mini';
import { Brand } from './call-link-brand.js';
import { CallOptions, ConsentMode, InitialOptions, LinkLanguage, LinkMedia, LinkTexts } from './call-link-settings.js';
import { AllowedHours, maxWindowMs, TimeFrame } from './call-link-window.js';
import { EpochMs, Id, Key, MediaGrant, Medium } from './common.js';
import { CustomData } from './custom-data.js';
import { DisplayName } from './text.js';

/** How a call link may be used (spec LNK-14 to LNK-16). The kind comes from the link's configuration. */
export const CallLinkKind = z.enum(['one-time', 'expiry', 'time-frame']);
export type CallLinkKind = z.infer<typeof CallLinkKind>;

/** The opaque 128-bit code in a link's path: 22 base64url characters, the last of which holds two bits only. */
export const CallLinkCode = /* @__PURE__ */ z.string().check(z.regex(/^[A-Za-z0-9_-]{21}[AQgw]$/));
export type CallLinkCode = z.infer<typeof CallLinkCode>;

/** The longest life a link may be given: 30 days. */
export const maxLinkLifeMs = maxWindowMs;

/** Body of `POST /v1/links`. A guest link needs a display name; a conversation link takes the conversation's person. */
export const CreateCallLinkRequest = /* @__PURE__ */ z
  .strictObject({
    displayName: z.optional(DisplayName),
    conversationId: z.optional(Id),
    configuration: z.optional(Key),
    /** Life of an expiry link in milliseconds, 1 minute to 30 days. Default: what the configuration says, else 24 hours. */
    expiresInMs: z.optional(/* @__PURE__ */ z.int().check(z.gte(60_000), z.lte(maxLinkLifeMs))),
    /** When a time-frame link is open; needed where the configuration's kind is `time-frame`, refused elsewhere (LNK-4). */
    timeFrame: z.optional(TimeFrame),
    /** Hours of this link alone, in the place of those of its configuration. */
    hours: z.optional(AllowedHours),
    /** What the host app wants to find again at the call. */
    customData: z.optional(CustomData),
  })
  .check(
    z.refine((body) => body.displayName !== undefined || body.conversationId !== undefined, {
      error: 'is required for a guest link',
      path: ['displayName'],
    }),
  );
export type CreateCallLinkRequest = z.infer<typeof CreateCallLinkRequest>;

/** A link as the agent who made it sees it. `url` is shown once: the server keeps only a hash of its code. */
export const CreatedCallLink = z.object({
  id: Id,
  url: z.string(),
  kind: CallLinkKind,
  displayName: z.nullable(z.string()),
  conversationId: z.nullable(Id),
  /** When it can be used first; null: from now on. */
  opensAt: z.optional(z.nullable(EpochMs)),
  expiresAt: EpochMs,
  /** The time zone its window was given in. */
  timeZone: z.optional(z.nullable(z.string())),
  serverNow: EpochMs,
});
export type CreatedCallLink = z.infer<typeof CreatedCallLink>;

/**
 * A link's state for the browser that asks (spec §3.4). `available`: a call may be started. `resumable`: this browser
 * has a call under this link that still runs. `in-use`: another browser holds the lease.
 */
export const JoinState = z.enum(['available', 'resumable', 'in-use', 'used', 'expired', 'not-open']);
export type JoinState = z.infer<typeof JoinState>;

/** Answer of `GET /v1/join/:code`: nothing in it is personal beyond the name the agent chose to show. */
export const JoinView = z.object({
  state: JoinState,
  kind: CallLinkKind,
  brand: Brand,
  /** How its customer may call. */
  media: z.optional(LinkMedia),
  /** What has to be asked before the call. */
  consent: z.optional(ConsentMode),
  /** Whether they are asked afterwards how it was. */
  rating: z.optional(z.boolean()),
  language: z.optional(LinkLanguage),
  texts: z.optional(LinkTexts),
  initialOptions: z.optional(InitialOptions),
  callOptions: z.optional(CallOptions),
  queueName: z.string(),
  displayName: z.nullable(z.string()),
  /** While it is `not-open`: its window is open, and only the allowed hours keep it shut. */
  outsideHours: z.optional(z.boolean()),
  /** When it can be used next, while it is `not-open`: by its window, and by the allowed hours. */
  opensAt: z.nullable(EpochMs),
  expiresAt: EpochMs,
  /** The zone its times were meant in, to show beside the reader's own (E-19). */
  timeZone: z.optional(z.nullable(z.string())),
  serverNow: EpochMs,
});
export type JoinView = z.infer<typeof JoinView>;

/** Answer of `POST /v1/join/:code/check`: a way into a room of its own, to measure the network before a call. */
export const NetworkCheckGrant = z.object({ media: MediaGrant, serverNow: EpochMs });
export type NetworkCheckGrant = z.infer<typeof NetworkCheckGrant>;

/** The secret a browser makes up before it redeems a link; sent as a bearer, kept as a SHA-256. 32 random bytes, base64url. */
export const CustomerSecret = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
export type CustomerSecret = z.infer<typeof CustomerSecret>;

/** Body of `POST /v1/join/:code`, sent with the customer's secret. Repeating it with the same secret is harmless. */
export const RedeemCallLinkRequest = z.strictObject({
  medium: Medium,
  displayName: z.optional(DisplayName),
  /** The customer has agreed to what the page told them; needed where the link's consent mode is `ask`. */
  consent: z.optional(z.boolean()),
});
export type RedeemCallLinkRequest = z.infer<typeof RedeemCallLinkRequest>;
