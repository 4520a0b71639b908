import { logEvent } from '../conversation/log-event.js';
import { runningTransfer } from '../transfer/running-transfer.js';
import type { CallRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';
import { announce, idsOfCall } from '../webhook/announce.js';

/** Notes how long a hold lasted that ends now, for whoever looks after the quality of calls (HLD-3, HLD-4). */
export function endHold(t: Transition, call: CallRow, actor: string | null = null): void {
  if (call.held_at === null) return;
  const durationMs = t.now - call.held_at;
  logEvent(t, { conversationId: call.conversation_id, type: 'hold_ended', actor, durationMs });
  announce(t, 'call.resumed', call.id, { ...idsOfCall(call), heldMs: durationMs });
}

/** The same at the end of an agent's call. A customer who was isolated for a cold transfer alone was not on hold. */
export function agentCallEnded(t: Transition, call: CallRow): void {
  const transfer = runningTransfer(call);
  if (!transfer || transfer.heldBefore || transfer.kind === 'warm') endHold(t, call);
}
