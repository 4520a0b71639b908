import type { Done } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { transition } from '../transition/run-transition.js';
import { findCustomerCall, type CustomerKey } from './find-customer-call.js';
import { renewCustomer, renewPlace } from './renew-customer.js';

/**
 * The customer's page is there; sent every `presenceEveryMs`. Most signs of life change nothing that anybody is told:
 * those wait for no turn. @throws {DomainError} `link_unavailable`, `session_expired`
 */
export async function customerPresence(deps: Deps, key: CustomerKey): Promise<Done> {
  return (await stay(deps, key)) ?? (await comeBack(deps, key));
}

/** Goes on being there: renews place and lease. Null for one who was away, or counted as gone. */
const stay = (deps: Deps, key: CustomerKey): Promise<Done | null> =>
  deps.db.tx(async (q) => {
    const now = deps.now();
    const call = await findCustomerCall(q, key);
    return (await renewPlace(q, call, now, deps.settings)) ? { serverNow: now } : null;
  });

function comeBack(deps: Deps, key: CustomerKey): Promise<Done> {
  return transition(deps, async (t) => {
    await renewCustomer(t, await findCustomerCall(t.q, key));
    return { serverNow: t.now };
  });
}
