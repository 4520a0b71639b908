import { DomainError } from '../domain-error.js';
import type { CallRow } from '../transition/rows.js';

/** A call in which both talk, or one is on hold. @throws {DomainError} `call_ended`, `call_not_connected` */
export function requireConnected(call: CallRow): CallRow {
  if (call.state === 'ended') throw new DomainError('call_ended');
  if (call.state !== 'active' && call.state !== 'held') throw new DomainError('call_not_connected');
  return call;
}
