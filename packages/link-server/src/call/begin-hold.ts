import { logEvent } from '../conversation/log-event.js';
import type { CallRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';
import { announce, idsOfCall } from '../webhook/announce.js';

/** Notes that a hold begins now (HLD-3). Its end says how long it was. */
export function beginHold(t: Transition, call: CallRow): void {
  logEvent(t, { conversationId: call.conversation_id, type: 'call_on_hold', actor: call.agent_name });
  announce(t, 'call.held', call.id, idsOfCall(call));
}
