import type { OpenSessionList } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { readPage, type AskedPage } from '../paging/read-page.js';
import { hashSecret } from '../transition/hash-secret.js';
import { readAccount } from './read-account.js';

export interface ListAgentSessions extends AskedPage {
  readonly agentId: string;
  /** Of whoever asks, so that they find their own session in the list. */
  readonly bearer: string;
}

interface Row {
  readonly id: string;
  readonly device: string;
  readonly opened_at: number;
  readonly expires_at: number;
  readonly token_hash: string;
}

/** Where an agent is signed in, the newest first. @throws {DomainError} `not_found`, `invalid_request` for a cursor that is none */
export function listAgentSessions(
  { db, now }: Deps,
  { agentId, bearer, ...page }: ListAgentSessions,
): Promise<OpenSessionList> {
  return db.read(async (q) => {
    const at = now();
    await readAccount(q, agentId, at);
    const { rows, next } = await readPage<Row>(q, {
      select: 'select id, device, opened_at, expires_at, token_hash from agent_session',
      where: ['agent_id = $1', 'expires_at > $2'],
      args: [agentId, at],
      order: { by: 'opened_at', is: 'number', id: 'id', descending: true, of: (row) => [row.opened_at, row.id] },
      page,
    });
    const own = hashSecret(bearer);
    const sessions = rows.map((row) => ({
      id: row.id,
      device: row.device,
      openedAt: row.opened_at,
      expiresAt: row.expires_at,
      current: row.token_hash === own,
    }));
    return { sessions, next, serverNow: at };
  });
}
