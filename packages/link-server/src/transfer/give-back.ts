import type { TransferFailure } from '@carillon/contract';
import type { CallRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';
import { returnTransfer } from './end-transfer.js';

/**
 * Gives a call back that an agent has answered and does not have yet, as they cannot or will not take it after all. False
 * for every other call.
 */
export async function giveBack(t: Transition, call: CallRow, reason: TransferFailure): Promise<boolean> {
  const given = await t.q.get(
    `select 1 as found from transfer where call_id = $1 and target_agent_id = $2 and state = 'connecting'`,
    call.id,
    call.agent_id,
  );
  return given !== undefined && (await returnTransfer(t, call.id, { state: 'failed', reason }));
}
