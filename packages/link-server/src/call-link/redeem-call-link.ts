import type { CustomerCallSession, Medium } from '@carillon/contract';
import { endCall } from '../call/end-call.js';
import { findCallOfCustomer } from '../call/read-call.js';
import { renewCustomer } from '../call/renew-customer.js';
import { startCall } from '../call/start-call.js';
import { customerSession } from '../call/customer-session.js';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { hashSecret } from '../transition/hash-secret.js';
import type { CallLinkRow, CallRow } from '../transition/rows.js';
import { transition } from '../transition/run-transition.js';
import type { Transition } from '../transition/transition.js';
import { findLink } from './find-link.js';
import { hoursOf } from './hours-of-link.js';
import { linkStateAt, refusalOf } from './link-state.js';
import { readConfigurationById, settingsOf } from './read-configuration.js';

export interface RedeemCallLink {
  readonly code: string;
  /** Made up by the browser, so that asking again after a lost answer is the same request. */
  readonly secret: string;
  readonly medium: Medium;
  readonly displayName?: string | undefined;
  /** Whether the customer has agreed to what the page told them. */
  readonly consent?: boolean | undefined;
}

/**
 * Starts a call with a link, or goes on with the one this browser has under it. A one-time link is leased to one
 * browser, whoever races, until an agent has answered (spec Q-6); only then it is used.
 * @throws {DomainError} `link_unavailable`, `link_used`, `link_expired`, `link_in_use`, `link_not_yet_active`,
 * `media_not_allowed`, `consent_required`, `invalid_request`
 */
export async function redeemCallLink(deps: Deps, request: RedeemCallLink): Promise<CustomerCallSession> {
  const hash = hashSecret(request.secret);
  const callId = await transition(deps, async (t) => {
    const link = await findLink(t.q, request.code);
    const mine = await findCallOfCustomer(t.q, link.id, hash);
    if (mine && mine.state !== 'ended') {
      await renewCustomer(t, mine);
      return mine.id;
    }
    const configuration = await readConfigurationById(t.q, link.configuration_id);
    const refusal = refusalOf[linkStateAt(link, hash, t.now, hoursOf(link, configuration))];
    if (refusal !== null) throw new DomainError(refusal);
    const { media } = configuration;
    if (media !== 'both' && media !== request.medium)
      throw new DomainError('media_not_allowed', { fields: ['medium'] });
    const asks = settingsOf(configuration).consent === 'ask';
    if (asks && request.consent !== true) throw new DomainError('consent_required', { fields: ['consent'] });
    const callerName = link.display_name ?? request.displayName;
    if (callerName === undefined) throw new DomainError('invalid_request', { fields: ['displayName'] });
    await open(t, link);
    await lease(t, link, hash);
    const { medium, consent = false } = request;
    return startCall(t, { link, configuration, hash, callerName, medium, consented: consent });
  });
  return customerSession(deps, callId);
}

/**
 * Whoever redeems has opened. More than that, it is the update at which this and a revocation wait for each other: one
 * that was revoked since the look before starts no call.
 */
async function open(t: Transition, link: CallLinkRow): Promise<void> {
  const { changes } = await t.q.run(
    'update call_link set opened_at = coalesce(opened_at, $2) where id = $1 and revoked_at is null',
    link.id,
    t.now,
  );
  if (changes === 0) throw new DomainError('link_unavailable');
}

/** Binds a one-time link to this browser. The look before may be stale: only this update decides. */
async function lease(t: Transition, link: CallLinkRow, hash: string): Promise<void> {
  if (link.kind !== 'one-time') return;
  await endLapsed(t, link, hash);
  const { changes } = await t.q.run(
    `update call_link set lease_hash = $2, lease_until = $3
     where id = $1 and used_at is null and revoked_at is null and (lease_hash is null or lease_hash = $2 or lease_until <= $4)`,
    link.id,
    hash,
    t.now + t.deps.settings.leaseMs,
    t.now,
  );
  if (changes === 0) throw new DomainError('link_in_use');
}

/** A lease that ran out leaves a call whose customer is gone; it ends before somebody else's begins. */
async function endLapsed(t: Transition, link: CallLinkRow, hash: string): Promise<void> {
  if (link.lease_hash === null || link.lease_hash === hash || (link.lease_until ?? 0) > t.now) return;
  const left: CallRow | undefined = await findCallOfCustomer(t.q, link.id, link.lease_hash);
  if (left && left.state !== 'ended') await endCall(t, left, 'abandoned_in_queue');
}
