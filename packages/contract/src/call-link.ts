import * as z from 'zod/mini';
import { EpochMs, Id, Key, Medium } from './common.js';
import { DisplayName } from './text.js';

/** How a call link may be used (spec LNK-14 to LNK-16). The kind comes from the link's configuration. */
export const CallLinkKind = z.enum(['one-time', 'expiry', 'time-frame']);
export type CallLinkKind = z.infer<typeof CallLinkKind>;

/** The opaque 128-bit code in a link's path: 22 base64url characters, the last of which holds two bits only. */
export const CallLinkCode = z.string().check(z.regex(/^[A-Za-z0-9_-]{21}[AQgw]$/));
export type CallLinkCode = z.infer<typeof CallLinkCode>;

/** The longest life a link may be given: 30 days. */
export const maxLinkLifeMs = 30 * 24 * 3_600_000;

/** Body of `POST /v1/links`. A guest link needs a display name; a conversation link takes the conversation's person. */
export const CreateCallLinkRequest = z
  .strictObject({
    displayName: z.optional(DisplayName),
    conversationId: z.optional(Id),
    configuration: z.optional(Key),
    /** Life of an expiry link in milliseconds, 1 minute to 30 days. Default: what the configuration says, else 24 hours. */
    expiresInMs: z.optional(z.int().check(z.gte(60_000), z.lte(maxLinkLifeMs))),
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
  expiresAt: EpochMs,
  serverNow: EpochMs,
});
export type CreatedCallLink = z.infer<typeof CreatedCallLink>;

/** What the customer's page may look like: parsed values only, never free CSS. */
export const Brand = z.object({
  name: z.string(),
  /** `#rrggbb`. */
  color: z.string(),
  welcome: z.string(),
});
export type Brand = z.infer<typeof Brand>;

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
  queueName: z.string(),
  displayName: z.nullable(z.string()),
  opensAt: z.nullable(EpochMs),
  expiresAt: EpochMs,
  serverNow: EpochMs,
});
export type JoinView = z.infer<typeof JoinView>;

/** The secret a browser makes up before it redeems a link; sent as a bearer, kept as a SHA-256. 32 random bytes, base64url. */
export const CustomerSecret = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
export type CustomerSecret = z.infer<typeof CustomerSecret>;

/** Body of `POST /v1/join/:code`, sent with the customer's secret. Repeating it with the same secret is harmless. */
export const RedeemCallLinkRequest = z.strictObject({ medium: Medium, displayName: z.optional(DisplayName) });
export type RedeemCallLinkRequest = z.infer<typeof RedeemCallLinkRequest>;
