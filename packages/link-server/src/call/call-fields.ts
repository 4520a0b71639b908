import type { AgentCall, AwaySide, CallState, Consult } from '@carillon/contract';
import { isTalkedAbout, runningTransfer } from '../transfer/running-transfer.js';
import type { CallRow } from '../transition/rows.js';

type Common = Omit<AgentCall, 'caller' | 'conversationId' | 'transfer' | 'mayTransfer'>;
type Side = 'agent' | 'customer';

const awaySide = ({ customer_away, agent_away }: CallRow): AwaySide =>
  customer_away && agent_away ? 'both' : customer_away ? 'customer' : agent_away ? 'agent' : null;

/**
 * One that is being passed on is held in the record: nobody hears anybody. While two agents talk about it they are
 * consulting, and the customer is on hold, who is so from the first ring on when they will talk.
 */
function stateFor(call: CallRow, side: Side): CallState {
  const transfer = runningTransfer(call);
  if (call.asked_in_by) return call.state === 'held' ? 'consulting' : call.state;
  if (!transfer || transfer.state === 'conference') return call.state;
  if (side === 'customer') return transfer.kind === 'warm' ? 'held' : 'transferring';
  return transfer.state === 'consulting' ? 'consulting' : 'transferring';
}

/** The other agent, as this side sees them. */
function consultOf(call: CallRow, side: Side): Consult | null {
  if (call.asked_in_by) return call.asked_in_by;
  const transfer = runningTransfer(call);
  if (!transfer || !isTalkedAbout(transfer)) return null;
  const conference = transfer.state === 'conference';
  if (side === 'customer' && !conference) return null;
  return { name: transfer.targetName, identity: transfer.targetIdentity, conference };
}

/** What both sides may know of a call. It is on hold for them only if it was before, or is for two agents to talk. */
export const callFields = (call: CallRow, side: Side): Common => {
  const transfer = runningTransfer(call);
  const isolatedOnly = transfer?.kind === 'cold' && !transfer.heldBefore;
  return {
    id: call.id,
    version: call.version,
    state: stateFor(call, side),
    medium: call.medium,
    queueName: call.queue_name,
    queuedAt: call.queued_at,
    establishedAt: call.established_at,
    endedAt: call.ended_at,
    endReason: call.end_reason,
    away: awaySide(call),
    heldAt: isolatedOnly ? null : call.held_at,
    consult: consultOf(call, side),
  };
};
