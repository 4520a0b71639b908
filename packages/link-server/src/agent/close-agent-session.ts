import type { ClosedSessions, Done } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { hashSecret } from '../transition/hash-secret.js';
import { readAccount } from './read-account.js';

/** Ends a session: its bearer is refused from now on. Once more does no harm. */
export async function closeAgentSession({ db, now }: Deps, bearer: string): Promise<Done> {
  await db.tx((q) => q.run('delete from agent_session where token_hash = $1', hashSecret(bearer)));
  return { serverNow: now() };
}

/** Ends one of an agent's sessions by its id. @throws {DomainError} `not_found`, also for somebody else's */
export async function closeSessionOf(
  { db, now }: Deps,
  { agentId, sessionId }: { readonly agentId: string; readonly sessionId: string },
): Promise<Done> {
  const { changes } = await db.tx((q) =>
    q.run('delete from agent_session where id = $1 and agent_id = $2', sessionId, agentId),
  );
  if (changes === 0) throw new DomainError('not_found');
  return { serverNow: now() };
}

/** Ends all sessions of an agent, but for the one of `exceptBearer`. @throws {DomainError} `not_found` for somebody who does not work here */
export async function closeSessionsOf(
  { db, now }: Deps,
  { agentId, exceptBearer }: { readonly agentId: string; readonly exceptBearer?: string },
): Promise<ClosedSessions> {
  return db.tx(async (q) => {
    await readAccount(q, agentId, now());
    const { changes } = await q.run(
      'delete from agent_session where agent_id = $1 and token_hash <> $2',
      agentId,
      exceptBearer === undefined ? '' : hashSecret(exceptBearer),
    );
    return { closed: changes, serverNow: now() };
  });
}
