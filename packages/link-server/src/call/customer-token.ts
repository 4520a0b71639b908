import type { CustomerCallSession } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { transition } from '../transition/run-transition.js';
import { customerSession } from './customer-session.js';
import { findCustomerCall, type CustomerKey } from './find-customer-call.js';
import { renewCustomer } from './renew-customer.js';

/**
 * A fresh token for a browser that has a call, after a reload or a lost connection (E-21, E-22).
 * @throws {DomainError} `link_unavailable`, `session_expired`, `media_unavailable`
 */
export async function customerToken(deps: Deps, key: CustomerKey): Promise<CustomerCallSession> {
  const { id } = await transition(deps, async (t) => {
    const call = await findCustomerCall(t.q, key);
    await renewCustomer(t, call);
    return call;
  });
  return customerSession(deps, id);
}
