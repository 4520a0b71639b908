import type { CallRow } from '../transition/rows.js';

/** The transfer of a call that is under way. */
export interface RunningTransfer {
  readonly id: string;
  readonly state: 'ringing' | 'connecting';
  readonly targetId: string;
  readonly targetIdentity: string;
  readonly targetName: string;
  /** Whether the customer was on hold before. */
  readonly heldBefore: boolean;
}

/** What is under way, or null. */
export function runningTransfer(call: CallRow): RunningTransfer | null {
  const {
    transfer_id: id,
    transfer_state: state,
    transfer_target_id: targetId,
    transfer_target_name: targetName,
  } = call;
  if (state !== 'ringing' && state !== 'connecting') return null;
  // All or none of them, as they come from one row.
  if (id === null || targetId === null || targetName === null || call.transfer_target_identity === null) return null;
  return {
    id,
    state,
    targetId,
    targetName,
    targetIdentity: call.transfer_target_identity,
    heldBefore: call.transfer_held_before === 1,
  };
}

/**
 * The call as it is for the agent who has answered a transfer and is not connected yet; null when nobody has. In the
 * record it is still the other agent's, who keeps it until this one is heard.
 */
export function callOfTarget(call: CallRow): CallRow | null {
  const transfer = runningTransfer(call);
  if (transfer?.state !== 'connecting') return null;
  return {
    ...call,
    state: 'connecting',
    held_at: null,
    agent_id: transfer.targetId,
    agent_name: transfer.targetName,
    agent_identity: transfer.targetIdentity,
    agent_away: 0,
    transfer_id: null,
    transfer_state: null,
  };
}
