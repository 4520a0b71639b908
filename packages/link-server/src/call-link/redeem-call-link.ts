import type { CustomerCallSession, Medium } from '@carillon/contract';
import { endCall } from '../call/end-call.js';
import { findCallOfCustomer } from '../call/read-call.js';
import { renewCustomer } from '../call/renew-customer.js';
import { startCall, type NewCall } from '../call/start-call.js';
import { customerSession } from '../call/customer-session.js';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { ConstraintError, type Query } from '../store/database.js';
import { hashSecret } from '../transition/hash-secret.js';
import type { CallLinkRow, CallRow } from '../transition/rows.js';
import { transition } from '../transition/run-transition.js';
import type { Transition } from '../transition/transition.js';
import { findLink } from './find-link.js';
import { holdLink } from './hold-link.js';
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
  // Most who come to a link that is taken are turned away by this look, without waiting for anybody.
  const seen = await deps.db.read((q) => look(q, request, hash, deps.now()));
  if (!('call' in seen) && isPlain(seen.start.link, hash)) {
    try {
      return await customerSession(deps, await transition(deps, (t) => begin(t, seen.start), { inTurn: false }));
    } catch (error) {
      // The same browser has come twice at once: the other one has begun the call.
      if (!(error instanceof ConstraintError)) throw error;
    }
  }
  const callId = await transition(deps, async (t) => {
    const now = await look(t.q, request, hash, t.now);
    if ('call' in now) {
      await renewCustomer(t, now.call);
      return now.call.id;
    }
    await endLapsed(t, now.start.link, hash);
    return begin(t, now.start);
  });
  return customerSession(deps, callId);
}

/** The live call of this browser, or what a new one is made of; refuses whom the link does not let in. */
async function look(
  q: Query,
  request: RedeemCallLink,
  hash: string,
  now: number,
): Promise<{ readonly call: CallRow } | { readonly start: NewCall }> {
  const link = await findLink(q, request.code);
  const [call, configuration] = await Promise.all([
    findCallOfCustomer(q, link.id, hash),
    readConfigurationById(q, link.configuration_id),
  ]);
  if (call && call.state !== 'ended') return { call };
  const refusal = refusalOf[linkStateAt(link, hash, now, hoursOf(link, configuration))];
  if (refusal !== null) throw new DomainError(refusal);
  const { media } = configuration;
  const { medium, consent = false } = request;
  if (media !== 'both' && media !== medium) throw new DomainError('media_not_allowed', { fields: ['medium'] });
  const asks = settingsOf(configuration).consent === 'ask';
  if (asks && !consent) throw new DomainError('consent_required', { fields: ['consent'] });
  const callerName = link.display_name ?? request.displayName;
  if (callerName === undefined) throw new DomainError('invalid_request', { fields: ['displayName'] });
  return { start: { link, configuration, hash, callerName, medium, consented: consent } };
}

/** Whether a new call touches nothing but its link and what it makes: a guest's, with nobody's lapsed call before it. */
const isPlain = (link: CallLinkRow, hash: string): boolean =>
  link.conversation_id === null && (link.lease_hash === null || link.lease_hash === hash);

/**
 * Begins the call. Whatever was seen of the link may be stale: only this update decides. It binds a one-time link to this
 * browser; whoever redeems has opened, too; and it is the row at which this and a revocation wait for each other.
 */
async function begin(t: Transition, start: NewCall): Promise<string> {
  if (start.link.kind === 'one-time') await lease(t, start);
  else await holdLink(t, start.link);
  return startCall(t, start);
}

async function lease(t: Transition, { link, hash }: NewCall): Promise<void> {
  const { changes } = await t.q.run(
    `update call_link set opened_at = coalesce(opened_at, $4), lease_hash = $2, lease_until = $3
     where id = $1 and used_at is null and revoked_at is null and (lease_hash is null or lease_hash = $2 or lease_until <= $4)`,
    link.id,
    hash,
    t.now + t.deps.settings.leaseMs,
    t.now,
  );
  if (changes === 0) throw new DomainError((await isRevoked(t.q, link.id)) ? 'link_unavailable' : 'link_in_use');
}

const isRevoked = async (q: Query, id: string): Promise<boolean> =>
  (await q.get('select 1 as found from call_link where id = $1 and revoked_at is not null', id)) !== undefined;

/** A lease that ran out leaves a call whose customer is gone; it ends before somebody else's begins. */
async function endLapsed(t: Transition, link: CallLinkRow, hash: string): Promise<void> {
  if (link.lease_hash === null || link.lease_hash === hash || (link.lease_until ?? 0) > t.now) return;
  const left: CallRow | undefined = await findCallOfCustomer(t.q, link.id, link.lease_hash);
  if (left && left.state !== 'ended') await endCall(t, left, 'abandoned_in_queue');
}
