import type { Done } from '@carillon/contract';
import { absentTimer } from '../call/call-timers.js';
import { findLiveCallOfAgent } from '../call/read-call.js';
import type { Deps } from '../deps.js';
import { cancelTimer, setTimer } from '../timer/timer.js';
import { transition } from '../transition/run-transition.js';
import { agentTimer } from './agent-timers.js';
import { readAgent } from './read-agent.js';

/** An agent's page is there; sent every `presenceEveryMs`. One who was offline or away from a call is back, and is told. */
export function agentPresence(deps: Deps, { agentId }: { readonly agentId: string }): Promise<Done> {
  return transition(deps, async (t) => {
    const { q, now } = t;
    const before = await readAgent(q, agentId);
    const until = now + deps.settings.presenceGoneMs;
    await q.run('update agent set presence_until = $2 where id = $1', agentId, until);
    await setTimer(q, agentTimer, agentId, until);
    const call = await findLiveCallOfAgent(q, agentId);
    if (call?.agent_away) {
      await q.run('update call set agent_away = 0, version = version + 1 where id = $1', call.id);
      if (!call.customer_away) await cancelTimer(q, absentTimer, call.id);
      t.calls.add(call.id);
    }
    if (before.presence_until <= now) {
      t.agents.add(agentId);
      t.routing = true;
    }
    return { serverNow: now };
  });
}
