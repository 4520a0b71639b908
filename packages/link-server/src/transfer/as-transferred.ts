import type { CallRow } from '../transition/rows.js';

/** A call that goes on elsewhere as it is for the agent who passed it on: over. */
export const asTransferred = (call: CallRow, now: number): CallRow => ({
  ...call,
  state: 'ended',
  ended_at: call.ended_at ?? now,
  end_reason: 'transferred',
  held_at: null,
  customer_away: 0,
  agent_away: 0,
  transfer_id: null,
  transfer_state: null,
});
