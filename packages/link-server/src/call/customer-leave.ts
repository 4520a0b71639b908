import type { Done } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { transition } from '../transition/run-transition.js';
import { endCall } from './end-call.js';
import { isConnected } from './is-connected.js';
import { findCustomerCall, type CustomerKey } from './find-customer-call.js';

/**
 * The customer hangs up, or leaves the queue; then a one-time link is free again. Repeating it is harmless.
 * @throws {DomainError} `link_unavailable`, `session_expired`
 */
export function customerLeave(deps: Deps, key: CustomerKey): Promise<Done> {
  return transition(deps, async (t) => {
    const call = await findCustomerCall(t.q, key);
    if (call.state !== 'ended') await endCall(t, call, isConnected(call) ? 'customer_hangup' : 'abandoned_in_queue');
    return { serverNow: t.now };
  });
}
