import { readAgent } from '../agent/read-agent.js';
import { readCall } from '../call/read-call.js';
import { logEvent } from '../conversation/log-event.js';
import { claimTimer } from '../timer/timer.js';
import type { TimerHandler } from '../timer/timer-handler.js';
import { transition } from '../transition/run-transition.js';
import { endOffer } from './end-offer.js';
import { readOffer } from './read-offer.js';

/** Two misses in a row mean that nobody sits there (spec §3.3). */
const missesUntilAway = 2;

/** Handles the ring timeout: the offer is missed, the next agent's phone rings, a second miss in a row makes Away. */
export const onRingTimer: TimerHandler = (deps, timer) =>
  transition(deps, async (t) => {
    if (!(await claimTimer(t.q, timer))) return;
    const offer = await readOffer(t.q, timer.ref);
    if (!(await endOffer(t, offer, { state: 'missed' }))) return;
    await t.q.run('update agent set missed = missed + 1 where id = $1', offer.agent_id);
    await t.q.run(
      `update agent set status = 'away', missed = 0 where id = $1 and missed >= $2`,
      offer.agent_id,
      missesUntilAway,
    );
    const { conversation_id: conversationId } = await readCall(t.q, offer.call_id);
    logEvent(t, { conversationId, type: 'offer_missed', actor: (await readAgent(t.q, offer.agent_id)).name });
  });
