import type { AgentRole, AgentSessionGrant } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { hashSecret } from '../transition/hash-secret.js';
import type { AgentRow } from '../transition/rows.js';
import { mayAct } from './agent-roles.js';
import { readAgentView } from './read-agent-view.js';

/** A working day; then the page exchanges a fresh JWT of its host. */
export const agentSessionMs = 12 * 3_600_000;

/** What is kept of the words by which a browser calls itself. */
const longestDevice = 200;
const control = /[\u0000-\u001f\u007f-\u009f]/g;

export interface OpenAgentSession {
  readonly extId: string;
  readonly role?: AgentRole | null;
  /** What the browser calls itself, for the agent's list of sessions. */
  readonly device?: string;
}

/**
 * Opens a session for an agent whom the host app has vouched for. The bearer is opaque and stored as a hash.
 * A role that the host app names narrows the session; it never widens it.
 * @throws {DomainError} `forbidden` for somebody who does not work here, and for a role above their own
 */
export function openAgentSession(
  { db, ids, now }: Deps,
  { extId, role: asked = null, device = '' }: OpenAgentSession,
): Promise<AgentSessionGrant> {
  return db.tx(async (q) => {
    const at = now();
    const agent = await q.get<AgentRow>('select * from agent where ext_id = $1 and archived_at is null', extId);
    const role = asked ?? agent?.role;
    if (!agent || !role || !mayAct(agent.role, role)) throw new DomainError('forbidden');
    const bearer = ids.secret();
    const expiresAt = at + agentSessionMs;
    await q.run('delete from agent_session where agent_id = $1 and expires_at <= $2', agent.id, at);
    await q.run(
      `insert into agent_session (token_hash, agent_id, expires_at, role, id, device, opened_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      hashSecret(bearer),
      agent.id,
      expiresAt,
      role,
      ids.id('ses'),
      [...device.replace(control, ' ')].slice(0, longestDevice).join(''),
      at,
    );
    return { bearer, agent: await readAgentView(q, agent.id, at), role, expiresAt, serverNow: at };
  });
}
