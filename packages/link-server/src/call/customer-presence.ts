import type { Done } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { transition } from '../transition/run-transition.js';
import { findCustomerCall, type CustomerKey } from './find-customer-call.js';
import { renewCustomer } from './renew-customer.js';

/** The customer's page is there; sent every `presenceEveryMs`. @throws {DomainError} `link_unavailable`, `session_expired` */
export function customerPresence(deps: Deps, key: CustomerKey): Promise<Done> {
  return transition(deps, async (t) => {
    await renewCustomer(t, await findCustomerCall(t.q, key));
    return { serverNow: t.now };
  });
}
