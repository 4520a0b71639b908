import type { AgentRole } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { hashSecret } from '../transition/hash-secret.js';

export interface AgentSessionRow {
  readonly agentId: string;
  readonly expiresAt: number;
  readonly role: AgentRole;
}

/** The session of a bearer, also one that has run out, so that the caller can say which; undefined for any other string. */
export async function findAgentSession({ db }: Deps, bearer: string): Promise<AgentSessionRow | undefined> {
  const row = await db.read((q) =>
    q.get<{ agent_id: string; expires_at: number; role: AgentRole }>(
      'select agent_id, expires_at, role from agent_session where token_hash = $1',
      hashSecret(bearer),
    ),
  );
  return row && { agentId: row.agent_id, expiresAt: row.expires_at, role: row.role };
}
