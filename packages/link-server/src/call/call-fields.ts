import type { AgentCall, AwaySide } from '@carillon/contract';
import { runningTransfer } from '../transfer/running-transfer.js';
import type { CallRow } from '../transition/rows.js';

type Common = Omit<AgentCall, 'caller' | 'conversationId' | 'transfer' | 'mayTransfer'>;

const awaySide = ({ customer_away, agent_away }: CallRow): AwaySide =>
  customer_away && agent_away ? 'both' : customer_away ? 'customer' : agent_away ? 'agent' : null;

/**
 * What both sides may know of a call. One that is being passed on is held in the record: nobody hears anybody. It is on
 * hold only if it was before.
 */
export const callFields = (call: CallRow): Common => {
  const transfer = runningTransfer(call);
  return {
    id: call.id,
    version: call.version,
    state: transfer ? 'transferring' : call.state,
    medium: call.medium,
    queueName: call.queue_name,
    queuedAt: call.queued_at,
    establishedAt: call.established_at,
    endedAt: call.ended_at,
    endReason: call.end_reason,
    away: awaySide(call),
    heldAt: transfer && !transfer.heldBefore ? null : call.held_at,
  };
};
