import type { AgentCall, AwaySide } from '@carillon/contract';
import type { CallRow } from '../transition/rows.js';

type Common = Omit<AgentCall, 'caller' | 'conversationId'>;

const awaySide = ({ customer_away, agent_away }: CallRow): AwaySide =>
  customer_away && agent_away ? 'both' : customer_away ? 'customer' : agent_away ? 'agent' : null;

/** What both sides may know of a call. */
export const callFields = (call: CallRow): Common => ({
  id: call.id,
  version: call.version,
  state: call.state,
  medium: call.medium,
  queueName: call.queue_name,
  queuedAt: call.queued_at,
  establishedAt: call.established_at,
  endedAt: call.ended_at,
  endReason: call.end_reason,
  away: awaySide(call),
  heldAt: call.held_at,
});
