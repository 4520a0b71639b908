import { CustomData, type AgentCall, type CallTransfer, type Caller } from '@carillon/contract';
import { runningTransfer } from '../transfer/running-transfer.js';
import type { CallRow } from '../transition/rows.js';
import { callFields } from './call-fields.js';
import { isConnected } from './is-connected.js';

/** Who calls, as far as it is known. */
export const toCaller = (call: CallRow): Caller => ({
  name: call.caller_name,
  number: call.caller_number,
  origin: call.origin,
});

/** What the call's link carries along, where it carries something. */
export const carriedBy = ({ custom_data }: CallRow): { readonly customData?: CustomData } =>
  custom_data === null ? {} : { customData: CustomData.parse(JSON.parse(custom_data)) };

/** What the agent sees of a transfer they asked for. One they took back is nothing to read. */
function toTransfer(call: CallRow): CallTransfer | null {
  const { transfer_id: id, transfer_kind: kind, transfer_target_name: toName, transfer_started_at: startedAt } = call;
  if (id === null || kind === null || toName === null || startedAt === null) return null;
  const state = call.transfer_state === 'failed' ? 'failed' : runningTransfer(call)?.state;
  return state ? { id, kind, state, toName, startedAt, reason: call.transfer_reason } : null;
}

/** A call as its agent sees it. */
export const toAgentCall = (call: CallRow): AgentCall => ({
  ...callFields(call, 'agent'),
  caller: toCaller(call),
  conversationId: call.conversation_id,
  transfer: toTransfer(call),
  mayTransfer: isConnected(call) && call.auto_assign === 1 && !call.asked_in_by,
  ...carriedBy(call),
});
