import type { Done } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { transition } from '../transition/run-transition.js';
import { customerAway } from './customer-away.js';
import { findCustomerCall, type CustomerKey } from './find-customer-call.js';

/**
 * The customer's page is closing: a reload, or the end. It has `farewellMs` to come back (security.md F4).
 * @throws {DomainError} `link_unavailable`, `session_expired`
 */
export function customerFarewell(deps: Deps, key: CustomerKey): Promise<Done> {
  return transition(deps, async (t) => {
    const call = await findCustomerCall(t.q, key);
    const grace = t.deps.settings.farewellMs;
    if (call.state !== 'ended') await customerAway(t, call, { waiting: grace, talking: grace });
    return { serverNow: t.now };
  });
}
