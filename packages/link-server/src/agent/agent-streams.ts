import type { Deps } from '../deps.js';
import { agentFarewell } from './agent-farewell.js';
import { findAgentSession } from './find-agent-session.js';
import { streamsOfAgent } from './streams-of-agent.js';

/** A stream whose server says nothing of it for so long is gone with its server, in milliseconds. */
const goneMs = 70_000;

/** An event stream of an agent's page, known to all servers on the database. */
export interface AgentStream {
  /** Whether the session may still listen; asked every half minute, which also renews the stream. */
  readonly mayListen: () => Promise<boolean>;
  /** The page has left. The last stream of an agent takes the ring along (decisions, Server). */
  readonly left: () => void;
}

/** Notes that a page of an agent's listens at this server. */
export async function noteAgentStream(
  deps: Deps,
  { agentId, bearer }: { readonly agentId: string; readonly bearer: string },
): Promise<AgentStream> {
  const id = deps.ids.id('str');
  const note = () =>
    deps.db.tx((q) =>
      q.run(
        `insert into agent_stream (id, agent_id, server, until) values ($1, $2, $3, $4)
         on conflict (id) do update set until = excluded.until`,
        id,
        agentId,
        deps.serverId,
        deps.now() + goneMs,
      ),
    );
  await note();
  return {
    async mayListen() {
      if (((await findAgentSession(deps, bearer))?.expiresAt ?? 0) <= deps.now()) return false;
      await note();
      return true;
    },
    left() {
      agentStreamClosed(deps, { agentId, streamId: id }).catch(() => deps.log.warn('stream_close_failed'));
    },
  };
}

/** An agent's stream has ended, because its page left. */
export async function agentStreamClosed(
  deps: Deps,
  { agentId, streamId }: { readonly agentId: string; readonly streamId?: string },
): Promise<void> {
  const others = await deps.db.tx(async (q) => {
    if (streamId !== undefined) await q.run('delete from agent_stream where id = $1', streamId);
    return streamsOfAgent(q, deps, agentId);
  });
  if (others === 0) await agentFarewell(deps, { agentId });
}

/** On SQLite there is one server: whatever streams are noted when it starts were those of one that crashed. */
export async function forgetStreamsBefore({ db }: Deps): Promise<void> {
  if (db.dialect === 'sqlite') await db.tx((q) => q.run('delete from agent_stream'));
}

/** A server that stops has no streams any more. */
export const forgetStreamsOf = ({ db, serverId }: Deps): Promise<unknown> =>
  db.tx((q) => q.run('delete from agent_stream where server = $1', serverId));
