import type { TransferKind } from '@carillon/contract';
import type { CallRow } from '../transition/rows.js';

/** The transfer of a call that is under way. */
export interface RunningTransfer {
  readonly id: string;
  readonly kind: TransferKind;
  readonly state: 'ringing' | 'connecting' | 'consulting' | 'conference';
  readonly targetId: string;
  readonly targetIdentity: string;
  readonly targetName: string;
  /** Whether the customer was on hold before. */
  readonly heldBefore: boolean;
}

/** In SQL, that whoever is asked has answered a transfer that is under way; the parameter is the table's name. */
export const hasAnswered = (transfer: string) => `${transfer}.state in ('connecting', 'consulting', 'conference')`;

/** Whether the other agent takes part already. */
export const isTalkedAbout = ({ state }: Pick<RunningTransfer, 'state'>): boolean =>
  state === 'consulting' || state === 'conference';

/** What is under way, or null. */
export function runningTransfer(call: CallRow): RunningTransfer | null {
  const {
    transfer_id: id,
    transfer_kind: kind,
    transfer_state: state,
    transfer_target_id: targetId,
    transfer_target_name: targetName,
  } = call;
  if (state !== 'ringing' && state !== 'connecting' && state !== 'consulting' && state !== 'conference') return null;
  // All or none of them, as they come from one row.
  if (
    id === null ||
    kind === null ||
    targetId === null ||
    targetName === null ||
    call.transfer_target_identity === null
  )
    return null;
  return {
    id,
    kind,
    state,
    targetId,
    targetName,
    targetIdentity: call.transfer_target_identity,
    heldBefore: call.transfer_held_before === 1,
  };
}

/**
 * The call as it is for the agent who has answered a transfer; null when nobody has. In the record it is still the other
 * agent's, who keeps it until this one is heard, or until the two have talked about it.
 */
export function callOfTarget(call: CallRow): CallRow | null {
  const transfer = runningTransfer(call);
  if (!transfer || transfer.state === 'ringing') return null;
  const { kind, state } = transfer;
  const asker = kind === 'warm' && call.agent_identity !== null;
  return {
    ...call,
    state: state === 'connecting' ? 'connecting' : call.state,
    held_at: state === 'connecting' ? null : call.held_at,
    agent_id: transfer.targetId,
    agent_name: transfer.targetName,
    agent_identity: transfer.targetIdentity,
    agent_away: 0,
    transfer_id: null,
    transfer_state: null,
    ...(asker && {
      asked_in_by: {
        name: call.agent_name ?? '',
        identity: call.agent_identity,
        conference: state === 'conference',
      },
    }),
  };
}
