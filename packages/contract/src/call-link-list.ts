import * as z from 'zod/mini';
import { CallLinkKind } from './call-link.js';
import { AllowedHours } from './call-link-window.js';
import { CallEndReason } from './call.js';
import { EpochMs, Id, Key } from './common.js';
import { CustomData } from './custom-data.js';
import { pageFields, pageQuery } from './page.js';

/**
 * A link's state in the record: `leased` while the customer of a one-time link has it. Allowed hours do not count here:
 * outside them a link stays available and says to its customer when it opens.
 */
export const CallLinkState = z.enum(['available', 'leased', 'used', 'revoked', 'expired', 'not-open']);
export type CallLinkState = z.infer<typeof CallLinkState>;

/** A link as agents see it later. Its code is in nobody's hands but the customer's. */
export const CallLink = z.object({
  id: Id,
  kind: CallLinkKind,
  state: CallLinkState,
  configuration: Key,
  displayName: z.nullable(z.string()),
  conversationId: z.nullable(Id),
  /** Who shared it; null where a program or nobody did. */
  createdBy: z.nullable(z.object({ id: Id, name: z.string() })),
  createdAt: EpochMs,
  opensAt: z.nullable(EpochMs),
  expiresAt: EpochMs,
  /** What the agent typed, of a time-frame. */
  timeFrame: z.nullable(z.object({ startLocal: z.string(), endLocal: z.string(), timeZone: z.string() })),
  /** Hours of its own. */
  hours: z.nullable(AllowedHours),
  customData: z.nullable(CustomData),
  /** When its page was opened first, and when its first call was established. */
  openedAt: z.nullable(EpochMs),
  usedAt: z.nullable(EpochMs),
  revokedAt: z.nullable(EpochMs),
});
export type CallLink = z.infer<typeof CallLink>;

/** Query of `GET /v1/links`, newest first. */
export const ListCallLinksQuery = z.strictObject({
  state: z.optional(CallLinkState),
  /** Agent who shared it. */
  createdBy: z.optional(Id),
  conversationId: z.optional(Id),
  ...pageQuery,
});
export type ListCallLinksQuery = z.infer<typeof ListCallLinksQuery>;

export const CallLinkList = z.object({ links: z.array(CallLink), ...pageFields, serverNow: EpochMs });
export type CallLinkList = z.infer<typeof CallLinkList>;

/** A call that was started with a link. */
export const LinkCall = z.object({
  id: Id,
  redeemedAt: EpochMs,
  establishedAt: z.nullable(EpochMs),
  endedAt: z.nullable(EpochMs),
  endReason: z.nullable(CallEndReason),
});
export type LinkCall = z.infer<typeof LinkCall>;

/** Answer of `GET /v1/links/:id`: the link and what became of it, its last 100 calls newest first. */
export const CallLinkDetail = z.object({ link: CallLink, calls: z.array(LinkCall), serverNow: EpochMs });
export type CallLinkDetail = z.infer<typeof CallLinkDetail>;
