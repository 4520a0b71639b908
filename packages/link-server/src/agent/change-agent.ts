import type { AgentAccount, ChangeAgentRequest } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { endOffer } from '../offer/end-offer.js';
import { findRingingOfferOfAgent } from '../offer/read-offer.js';
import { readCall } from '../call/read-call.js';
import { transition } from '../transition/run-transition.js';
import type { Transition } from '../transition/transition.js';
import { keepAnAdmin } from './keep-an-admin.js';
import { joinQueues } from './join-queues.js';
import { readAccount } from './read-account.js';

/**
 * Changes an agent's name, role, queues or time for wrapping up. With another role they sign in anew. What rings at them from a queue they left
 * rings elsewhere; a call they are on is theirs to the end (RCV-5). @throws {DomainError} `not_found`, `changed_meanwhile`, `invalid_request`, `last_admin`
 */
export function changeAgent(
  deps: Deps,
  { agentId, change }: { readonly agentId: string; readonly change: ChangeAgentRequest },
): Promise<AgentAccount> {
  return transition(deps, async (t) => {
    const before = await readAccount(t.q, agentId, t.now);
    const { changes } = await t.q.run(
      'update agent set name = $3, role = $4, wrap_up_ms = $5, version = version + 1 where id = $1 and version = $2',
      agentId,
      change.version,
      change.name ?? before.name,
      change.role ?? before.role,
      change.wrapUpMs === undefined ? before.wrapUpMs : change.wrapUpMs,
    );
    if (changes === 0) throw new DomainError('changed_meanwhile');
    if (change.role && change.role !== before.role) {
      if (before.role === 'admin') await keepAnAdmin(t.q);
      // What a session may do was settled when it was opened.
      await t.q.run('delete from agent_session where agent_id = $1', agentId);
    }
    if (change.queueIds) {
      await joinQueues(t, { agentId, queueIds: change.queueIds });
      await ringElsewhere(t, agentId, change.queueIds);
    }
    t.agents.add(agentId);
    t.routing = true;
    return readAccount(t.q, agentId, t.now);
  });
}

async function ringElsewhere(t: Transition, agentId: string, queueIds: readonly string[]): Promise<void> {
  const offer = await findRingingOfferOfAgent(t.q, agentId);
  if (!offer) return;
  const { queue_id: queueId } = await readCall(t.q, offer.call_id);
  if (!queueIds.includes(queueId)) await endOffer(t, offer, { state: 'withdrawn', reason: 'agent_offline' });
}
