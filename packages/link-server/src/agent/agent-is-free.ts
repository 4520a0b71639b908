import type { Transition } from '../transition/transition.js';

/** An agent's work on a call is over: a status chosen meanwhile comes into force, and idle time starts (spec §3.3). */
export async function agentIsFree(t: Transition, agentId: string): Promise<void> {
  await t.q.run(
    'update agent set status = coalesce(next_status, status), next_status = null, idle_since = $2 where id = $1',
    agentId,
    t.now,
  );
  t.agents.add(agentId);
  t.routing = true;
}
