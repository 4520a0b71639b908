import { claimTimer } from '../timer/timer.js';
import type { TimerHandler } from '../timer/timer-handler.js';
import { transition } from '../transition/run-transition.js';
import { agentGone } from './agent-gone.js';
import { readAgent } from './read-agent.js';

/** Handles the end of an agent's presence: offline until the next sign of life (spec §3.3). */
export const onAgentTimer: TimerHandler = (deps, timer) =>
  transition(deps, async (t) => {
    if (!(await claimTimer(t.q, timer))) return;
    const agent = await readAgent(t.q, timer.ref);
    if (agent.presence_until <= t.now) await agentGone(t, agent.id);
  });
