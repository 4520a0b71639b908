import type { JoinState, ProblemCode } from '@carillon/contract';
import type { CallLinkRow } from '../transition/rows.js';

/**
 * A link's state for somebody without a call under it (spec §3.4). The window is half-open, [opens, expires); a lease
 * counts until its last millisecond.
 */
export function linkStateAt(
  link: CallLinkRow,
  secretHash: string | null,
  now: number,
): Exclude<JoinState, 'resumable'> {
  if (link.used_at !== null) return 'used';
  if (now >= link.expires_at) return 'expired';
  if (link.opens_at !== null && now < link.opens_at) return 'not-open';
  if (link.kind === 'one-time' && link.lease_until !== null && link.lease_until > now && link.lease_hash !== secretHash)
    return 'in-use';
  return 'available';
}

/** The refusal to whoever wants to start a call with a link in this state; null when they may. */
export const refusalOf: Readonly<Record<Exclude<JoinState, 'resumable'>, ProblemCode | null>> = Object.freeze({
  available: null,
  used: 'link_used',
  expired: 'link_expired',
  'not-open': 'link_not_yet_active',
  'in-use': 'link_in_use',
});
