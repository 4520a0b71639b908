import type { TransferFailure } from '@carillon/contract';
import { findCallGivenTo } from '../call/read-call.js';
import type { CallRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';
import { returnTransfer } from './end-transfer.js';

/**
 * Gives a call back that an agent has answered and does not have yet, as they cannot or will not take it after all. False
 * for every other call.
 */
export async function giveBack(t: Transition, call: CallRow, reason: TransferFailure): Promise<boolean> {
  const given = call.agent_id === null ? null : await findCallGivenTo(t.q, call.agent_id);
  return given?.id === call.id && (await returnTransfer(t, call.id, { state: 'failed', reason }));
}
