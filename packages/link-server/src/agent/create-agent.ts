import type { AgentAccount, CreateAgentRequest } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { transition } from '../transition/run-transition.js';
import { joinQueues } from './join-queues.js';
import { readAccount } from './read-account.js';

/**
 * Lets a user of the host app work here. Somebody who was archived comes back with their history.
 * @throws {DomainError} `key_taken`, `invalid_request` for an unknown queue
 */
export function createAgent(
  deps: Deps,
  { externalId, name, role = 'agent', queueIds = [], wrapUpMs = null }: CreateAgentRequest,
): Promise<AgentAccount> {
  return transition(deps, async (t) => {
    const row = await t.q.get<{ id: string }>(
      `insert into agent (id, ext_id, name, role, status, idle_since, wrap_up_ms) values ($1, $2, $3, $4, 'offline', $5, $6)
       on conflict (ext_id) do update set name = excluded.name, role = excluded.role, wrap_up_ms = excluded.wrap_up_ms,
         archived_at = null, version = agent.version + 1
         where agent.archived_at is not null
       returning id`,
      deps.ids.id('agt'),
      externalId,
      name,
      role,
      t.now,
      wrapUpMs,
    );
    if (!row) throw new DomainError('key_taken', { fields: ['externalId'] });
    await joinQueues(t, { agentId: row.id, queueIds });
    return readAccount(t.q, row.id, t.now);
  });
}
