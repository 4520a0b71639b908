import type { Deps } from '../deps.js';
import { hashSecret } from '../transition/hash-secret.js';

/** Ends a session: its bearer is refused from now on. */
export async function closeAgentSession({ db }: Deps, bearer: string): Promise<void> {
  await db.tx((q) => q.run('delete from agent_session where token_hash = $1', hashSecret(bearer)));
}
