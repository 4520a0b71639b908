import type { AllowedHours, JoinState, ProblemCode } from '@carillon/contract';
import { openingFrom } from '../time/allowed-hours.js';
import type { CallLinkRow } from '../transition/rows.js';

/** What a link is for somebody without a call under it. */
export type LinkState = Exclude<JoinState, 'resumable'>;

/**
 * A link's state for somebody without a call under it (spec §3.4). The window is half-open, [opens, expires); outside
 * the allowed hours it is not open; a lease counts until its last millisecond.
 */
export function linkStateAt(
  link: CallLinkRow,
  secretHash: string | null,
  now: number,
  hours: AllowedHours | null = null,
): LinkState {
  if (link.used_at !== null) return 'used';
  const opening = now < link.expires_at ? nextOpening(link, now, hours) : null;
  if (opening === null) return 'expired';
  if (opening > now) return 'not-open';
  if (link.kind === 'one-time' && link.lease_until !== null && link.lease_until > now && link.lease_hash !== secretHash)
    return 'in-use';
  return 'available';
}

/** When a link can be used next, by its window and hours: `now` when it can; null when it never can again. */
export function nextOpening(
  { opens_at: opensAt, expires_at: expiresAt }: CallLinkRow,
  now: number,
  hours: AllowedHours | null,
): number | null {
  const from = Math.max(now, opensAt ?? now);
  const opening = hours === null ? from : openingFrom(hours, from);
  return opening !== null && opening < expiresAt ? opening : null;
}

/** The refusal to whoever wants to start a call with a link in this state; null when they may. */
export const refusalOf: Readonly<Record<LinkState, ProblemCode | null>> = Object.freeze({
  available: null,
  used: 'link_used',
  expired: 'link_expired',
  'not-open': 'link_not_yet_active',
  'in-use': 'link_in_use',
});
