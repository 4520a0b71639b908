import type { Callback, CallbackState, CallbackWish } from '@carillon/contract';

/** A row of the table `callback`, with the name of its queue where it was read with it. */
export interface CallbackRow {
  readonly id: string;
  readonly conversation_id: string;
  readonly link_id: string | null;
  readonly customer_hash: string | null;
  readonly queue_id: string;
  readonly queue_name: string;
  readonly state: CallbackState;
  readonly wish: CallbackWish;
  readonly name: string | null;
  readonly number: string | null;
  readonly requested_at: number;
  readonly asked_at: number;
  readonly times: number;
}

/** A callback as agents see it. */
export const toCallback = (row: CallbackRow): Callback => ({
  id: row.id,
  state: row.state,
  wish: row.wish,
  name: row.name,
  number: row.number,
  conversationId: row.conversation_id,
  queueName: row.queue_name,
  requestedAt: row.requested_at,
  askedAgainAt: row.times > 1 ? row.asked_at : null,
  times: row.times,
});
