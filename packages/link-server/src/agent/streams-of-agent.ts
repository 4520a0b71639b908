import type { Deps } from '../deps.js';
import type { Query } from '../store/database.js';
import { agentStream } from '../transition/publish-changes.js';

/** How many streams an agent has: here as they are, at other servers as those said last. */
export async function streamsOfAgent(q: Query, { streams, serverId, now }: Deps, agentId: string): Promise<number> {
  const elsewhere = await q.get<{ n: number }>(
    'select count(*) as n from agent_stream where agent_id = $1 and server <> $2 and until > $3',
    agentId,
    serverId,
    now(),
  );
  return streams.subscribers(agentStream(agentId)) + (elsewhere?.n ?? 0);
}
