import { DomainError } from '../domain-error.js';
import type { CallRow } from '../transition/rows.js';

/** A call of a queue that assigns by itself; the others know no transfer (TRQ-5). @throws {DomainError} `transfer_not_possible` */
export function requireTransferable(call: CallRow): CallRow {
  if (call.auto_assign === 0) throw new DomainError('transfer_not_possible');
  return call;
}
