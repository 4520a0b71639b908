import { logEvent } from '../conversation/log-event.js';
import type { CallRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';
import { openWrapUp } from '../wrap-up/open-wrap-up.js';
import { agentCallEnded } from './end-hold.js';
import { waitAgain } from './wait-again.js';

/**
 * A customer on hold whose agent does not come back is not left there: they wait again, first in line (E-08, E-09). The
 * agent finds the wrap-up if they return in time.
 */
export async function requeueHeldCall(t: Transition, call: CallRow): Promise<void> {
  const { agent_id: agentId } = call;
  if (agentId === null) return;
  agentCallEnded(t, call);
  await waitAgain(t, call, call.queue_id);
  logEvent(t, { conversationId: call.conversation_id, type: 'call_requeued', actor: call.agent_name });
  await openWrapUp(t, call, agentId);
  t.lost.push({ agentId, callId: call.id });
  t.agents.add(agentId);
}
