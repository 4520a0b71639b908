import { absentTimer } from '../call/call-timers.js';
import { findCallGivenTo, findLiveCallOfAgent } from '../call/read-call.js';
import { endOffer } from '../offer/end-offer.js';
import { findRingingOfferOfAgent } from '../offer/read-offer.js';
import { setTimer } from '../timer/timer.js';
import { returnTransfer } from '../transfer/end-transfer.js';
import type { Transition } from '../transition/transition.js';

/**
 * Nobody is at an agent's desk: what rings there rings elsewhere (E-01), a call that is being given to them goes back,
 * and their own waits for them (E-08), counted from their last sign of life as a customer's absence is.
 */
export async function agentGone(t: Transition, agentId: string): Promise<void> {
  await withdrawRing(t, agentId);
  const given = await findCallGivenTo(t.q, agentId);
  if (given) await returnTransfer(t, given.id, { state: 'failed', reason: 'offline' });
  const call = await findLiveCallOfAgent(t.q, agentId);
  if (call && !call.agent_away) {
    await t.q.run('update call set agent_away = 1, version = version + 1 where id = $1', call.id);
    const { absentMs, presenceGoneMs } = t.deps.settings;
    await setTimer(t.q, absentTimer, call.id, t.now + absentMs - presenceGoneMs);
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
