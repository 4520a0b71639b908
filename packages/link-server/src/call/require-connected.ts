import { DomainError } from '../domain-error.js';
import { runningTransfer } from '../transfer/running-transfer.js';
import type { CallRow } from '../transition/rows.js';
import { isConnected } from './is-connected.js';

/**
 * A call in which both talk, or one is on hold, and that is not being passed on.
 * @throws {DomainError} `call_ended`, `call_not_connected`, `transfer_pending`
 */
export function requireConnected(call: CallRow): CallRow {
  if (call.state === 'ended') throw new DomainError('call_ended');
  if (!isConnected(call)) throw new DomainError('call_not_connected');
  // Nor is it for whoever was asked into it to do anything with.
  if (runningTransfer(call) || call.asked_in_by) throw new DomainError('transfer_pending');
  return call;
}
