import type { Done } from '@carillon/contract';
import { absentTimer } from '../call/call-timers.js';
import { isConnected } from '../call/is-connected.js';
import { findLiveCallOfAgent } from '../call/read-call.js';
import { logEvent } from '../conversation/log-event.js';
import type { Deps } from '../deps.js';
import { cancelTimer, setTimer } from '../timer/timer.js';
import { transition } from '../transition/run-transition.js';
import { agentTimer } from './agent-timers.js';
import { targetBack } from '../transfer/target-away.js';
import { readAgent } from './read-agent.js';

/**
 * An agent's page is there; sent every `presenceEveryMs`. Most signs of life change nothing that anybody is told: those
 * wait for no turn.
 */
export async function agentPresence(deps: Deps, { agentId }: { readonly agentId: string }): Promise<Done> {
  return (await stay(deps, agentId)) ?? (await comeBack(deps, agentId));
}

/** Goes on being there. Null for one who was offline, or away from a call. */
const stay = ({ db, now, settings }: Deps, agentId: string): Promise<Done | null> =>
  db.tx(async (q) => {
    const at = now();
    const until = at + settings.presenceGoneMs;
    const { changes } = await q.run(
      `update agent set presence_until = $2 where id = $1 and presence_until > $3
         and not exists (select 1 from call where call.agent_id = agent.id and agent_away = 1)`,
      agentId,
      until,
      at,
    );
    if (changes === 0) return null;
    await setTimer(q, agentTimer, agentId, until);
    return { serverNow: at };
  });

/** One who was offline or away from a call is back, and is told. */
function comeBack(deps: Deps, agentId: string): Promise<Done> {
  return transition(deps, async (t) => {
    const { q, now } = t;
    const before = await readAgent(q, agentId);
    const until = now + deps.settings.presenceGoneMs;
    await q.run('update agent set presence_until = $2 where id = $1', agentId, until);
    await setTimer(q, agentTimer, agentId, until);
    await targetBack(t, agentId);
    const call = await findLiveCallOfAgent(q, agentId);
    if (call?.agent_away) {
      await q.run('update call set agent_away = 0, version = version + 1 where id = $1', call.id);
      if (isConnected(call))
        logEvent(t, {
          conversationId: call.conversation_id,
          type: 'connection_back',
          actor: before.name,
          durationMs: Math.max(0, now - before.presence_until),
        });
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
