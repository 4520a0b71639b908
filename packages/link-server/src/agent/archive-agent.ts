import type { Done } from '@carillon/contract';
import { findLiveCallOfAgent } from '../call/read-call.js';
import { forgetBackgrounds } from '../background/forget-backgrounds.js';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { transition } from '../transition/run-transition.js';
import { keepAnAdmin } from './keep-an-admin.js';
import { withdrawRing } from './agent-gone.js';
import { readAccount } from './read-account.js';

/**
 * Somebody works here no more: their sessions end at once, nothing rings at them, what they did stays, and what was only
 * theirs goes. Not in the middle of a call. @throws {DomainError} `not_found`, `agent_busy`, `last_admin`
 */
export function archiveAgent(deps: Deps, { agentId }: { readonly agentId: string }): Promise<Done> {
  return transition(deps, async (t) => {
    const { q, now } = t;
    const { role } = await readAccount(q, agentId, now);
    if (await findLiveCallOfAgent(q, agentId)) throw new DomainError('agent_busy');
    await withdrawRing(t, agentId);
    await q.run(
      `update agent set archived_at = $2, status = 'offline', next_status = null, presence_until = 0, version = version + 1
       where id = $1`,
      agentId,
      now,
    );
    if (role === 'admin') await keepAnAdmin(q);
    await q.run('delete from agent_queue where agent_id = $1', agentId);
    await q.run('delete from agent_session where agent_id = $1', agentId);
    await forgetBackgrounds(q, agentId);
    t.agents.add(agentId);
    t.routing = true;
    return { serverNow: now };
  });
}
