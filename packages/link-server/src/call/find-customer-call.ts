import { findLink } from '../call-link/find-link.js';
import { DomainError } from '../domain-error.js';
import type { Query } from '../store/database.js';
import { hashSecret } from '../transition/hash-secret.js';
import type { CallRow } from '../transition/rows.js';
import { findCallOfCustomer } from './read-call.js';

/** A link's code and the secret of a browser that has a call under it. */
export interface CustomerKey {
  readonly code: string;
  readonly secret: string;
}

/** The newest call of this browser under this link. @throws {DomainError} `link_unavailable`, `session_expired` without one */
export async function findCustomerCall(q: Query, { code, secret }: CustomerKey): Promise<CallRow> {
  const link = await findLink(q, code);
  const call = await findCallOfCustomer(q, link.id, hashSecret(secret));
  if (!call) throw new DomainError('session_expired');
  return call;
}
