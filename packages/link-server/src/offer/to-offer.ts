import type { Offer } from '@carillon/contract';
import { carriedBy, toCaller } from '../call/to-agent-call.js';
import type { CallRow, OfferRow } from '../transition/rows.js';

/** An offer as the agent at whom it rings sees it. */
export const toOffer = (offer: OfferRow, call: CallRow): Offer => ({
  id: offer.id,
  callId: offer.call_id,
  state: offer.state,
  medium: call.medium,
  caller: toCaller(call),
  queueName: call.queue_name,
  conversationId: call.conversation_id,
  ...carriedBy(call),
  createdAt: offer.created_at,
  expiresAt: offer.expires_at,
  withdrawReason: offer.withdraw_reason,
  transferredBy: offer.transferred_by,
});
