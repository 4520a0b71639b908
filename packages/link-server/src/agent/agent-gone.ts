import { absentTimer } from '../call/call-timers.js';
import { isConnected } from '../call/is-connected.js';
import { findLiveCallOfAgent } from '../call/read-call.js';
import { logEvent } from '../conversation/log-event.js';
import { endOffer } from '../offer/end-offer.js';
import { findRingingOfferOfAgent } from '../offer/read-offer.js';
import { setTimer } from '../timer/timer.js';
import { isTalkedAbout, runningTransfer } from '../transfer/running-transfer.js';
import { targetGone } from '../transfer/target-away.js';
import type { Transition } from '../transition/transition.js';
import { readAgent } from './read-agent.js';

/**
 * Nobody is at an agent's desk: what rings there rings elsewhere (E-01), a call that is being given to them goes back,
 * and their own waits for them (E-08), counted from their last sign of life as a customer's absence is.
 */
export async function agentGone(t: Transition, agentId: string): Promise<void> {
  await withdrawRing(t, agentId);
  await targetGone(t, agentId);
  const call = await findLiveCallOfAgent(t.q, agentId);
  if (call && !call.asked_in_by && !call.agent_away) {
    await t.q.run('update call set agent_away = 1, version = version + 1 where id = $1', call.id);
    const { absentMs, presenceGoneMs } = t.deps.settings;
    const transfer = runningTransfer(call);
    // With an agent who takes part already the customer is better off than waiting long for this one.
    const graceMs = transfer && isTalkedAbout(transfer) ? presenceGoneMs : absentMs - presenceGoneMs;
    await setTimer(t.q, absentTimer, call.id, t.now + graceMs);
    if (isConnected(call))
      logEvent(t, {
        conversationId: call.conversation_id,
        type: 'connection_lost',
        actor: (await readAgent(t.q, agentId)).name,
      });
    t.calls.add(call.id);
  }
  t.agents.add(agentId);
  t.routing = true;
}

/** Stops what rings at an agent who cannot hear it. */
export async function withdrawRing(t: Transition, agentId: string): Promise<void> {
  const ringing = await findRingingOfferOfAgent(t.q, agentId);
  if (ringing) await endOffer(t, ringing, { state: 'withdrawn', reason: 'agent_offline' });
}
