import type { Done } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { setTimer } from '../timer/timer.js';
import { transition } from '../transition/run-transition.js';
import { withdrawRing } from './agent-gone.js';
import { agentTimer } from './agent-timers.js';
import { streamsOfAgent } from './streams-of-agent.js';
import { readAgent } from './read-agent.js';

/**
 * A page of the agent's is closing or its stream has ended: without another one nothing rings there from now on, and the
 * agent is gone unless a page gives a sign of life soon, as a reload or a second tab does.
 */
export function agentFarewell(deps: Deps, { agentId }: { readonly agentId: string }): Promise<Done> {
  return transition(deps, async (t) => {
    const { settings } = deps;
    const agent = await readAgent(t.q, agentId);
    // A page that says farewell still has its stream; more than one means that somebody else is there to hear a ring.
    const alone = (await streamsOfAgent(t.q, deps, agentId)) <= 1;
    const until = Math.min(agent.presence_until, t.now + settings.presenceEveryMs + 1_000);
    // Nothing new rings where nobody listens, while a call has until the timer for its agent to come back.
    await t.q.run(
      'update agent set presence_until = $2 where id = $1',
      agentId,
      alone ? Math.min(until, t.now) : until,
    );
    await setTimer(t.q, agentTimer, agentId, Math.max(until, t.now));
    if (alone) {
      await withdrawRing(t, agentId);
      t.agents.add(agentId);
    }
    return { serverNow: t.now };
  });
}
