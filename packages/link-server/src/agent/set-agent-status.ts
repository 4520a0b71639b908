import type { Agent, AgentStatus } from '@carillon/contract';
import { findLiveCallOfAgent } from '../call/read-call.js';
import type { Deps } from '../deps.js';
import { endOffer } from '../offer/end-offer.js';
import { findRingingOfferOfAgent } from '../offer/read-offer.js';
import { transition } from '../transition/run-transition.js';
import { findOpenWrapUp } from '../wrap-up/read-wrap-up.js';
import { readAgent } from './read-agent.js';
import { readAgentView } from './read-agent-view.js';

export interface SetAgentStatus {
  readonly agentId: string;
  readonly status: AgentStatus;
}

/**
 * Sets what an agent chose. During a call or wrap-up it is kept as the next status (spec §3.3). Whoever stops being
 * Active lets a ringing call pass on (RCV-4).
 */
export async function setAgentStatus(deps: Deps, { agentId, status }: SetAgentStatus): Promise<Agent> {
  await transition(deps, async (t) => {
    const { q, now } = t;
    const busy = (await findLiveCallOfAgent(q, agentId)) ?? (await findOpenWrapUp(q, agentId));
    const before = await readAgent(q, agentId);
    if (busy)
      await q.run('update agent set next_status = $2 where id = $1', agentId, status === before.status ? null : status);
    else {
      const idleSince = before.status === status ? before.idle_since : now;
      await q.run(
        'update agent set status = $2, next_status = null, missed = 0, idle_since = $3 where id = $1',
        agentId,
        status,
        idleSince,
      );
      const ringing = status === 'active' ? undefined : await findRingingOfferOfAgent(q, agentId);
      if (ringing) await endOffer(t, ringing, { state: 'declined' });
    }
    t.agents.add(agentId);
    t.routing = true;
  });
  // Read afterwards: whoever becomes Active may be ringing by now.
  return deps.db.read((q) => readAgentView(q, agentId, deps.now()));
}
