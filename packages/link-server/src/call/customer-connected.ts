import type { Done } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { confirmEstablished } from './confirm-established.js';
import { findCustomerCall, type CustomerKey } from './find-customer-call.js';

/** The customer's browser hears the agent. A hint: LiveKit is asked. @throws {DomainError} `link_unavailable`, `session_expired` */
export async function customerConnected(deps: Deps, key: CustomerKey): Promise<Done> {
  const { id } = await deps.db.read((q) => findCustomerCall(q, key));
  await confirmEstablished(deps, id);
  return { serverNow: deps.now() };
}
