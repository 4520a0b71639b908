import { CreateAgentSessionRequest, Empty, PageQuery, SetAgentStatusRequest } from '@carillon/contract';
import { Hono } from 'hono';
import { agentFarewell } from '../agent/agent-farewell.js';
import { agentPresence } from '../agent/agent-presence.js';
import { agentSnapshot } from '../agent/agent-snapshot.js';
import { noteAgentStream } from '../agent/agent-streams.js';
import { closeAgentSession, closeSessionOf, closeSessionsOf } from '../agent/close-agent-session.js';
import { listAgentSessions } from '../agent/list-agent-sessions.js';
import { openAgentSession } from '../agent/open-agent-session.js';
import { setAgentStatus } from '../agent/set-agent-status.js';
import type { Deps } from '../deps.js';
import type { AppEnv } from '../http/app-env.js';
import { requireAgent } from '../http/bearer.js';
import type { EventStreams } from '../http/event-streams.js';
import { lastEventId } from '../http/last-event-id.js';
import { queryOf } from '../http/query.js';
import { bodyOf, idOf, validJson } from '../http/valid.js';
import type { HostTokenVerifier } from '../identity/host-token.js';
import { agentStream } from '../transition/publish-changes.js';

export interface AgentRoutesOptions {
  readonly streams: EventStreams;
  readonly verifyHostToken: HostTokenVerifier;
}

/** Routes under `/v1/agent`: who an agent is, their status, their stream. */
export const agentRoutes = (deps: Deps, { streams, verifyHostToken }: AgentRoutesOptions) => {
  const agent = requireAgent(deps);
  return new Hono<AppEnv>()
    .post('/session', validJson(CreateAgentSessionRequest), async (c) => {
      const user = await verifyHostToken(bodyOf(c, CreateAgentSessionRequest).token);
      return c.json(await openAgentSession(deps, { ...user, device: c.req.header('user-agent') ?? '' }), 201);
    })
    .delete('/session', agent, async (c) => c.json(await closeAgentSession(deps, c.get('bearer'))))
    .get('/sessions', agent, async (c) => {
      const [agentId, bearer] = [c.get('agentId'), c.get('bearer')];
      return c.json(await listAgentSessions(deps, { agentId, bearer, ...queryOf(c, PageQuery) }));
    })
    .delete('/sessions', agent, async (c) =>
      c.json(await closeSessionsOf(deps, { agentId: c.get('agentId'), exceptBearer: c.get('bearer') })),
    )
    .delete('/sessions/:id', agent, async (c) =>
      c.json(await closeSessionOf(deps, { agentId: c.get('agentId'), sessionId: idOf(c) })),
    )
    .get('/state', agent, async (c) => c.json(await agentSnapshot(deps, { agentId: c.get('agentId') })))
    .put('/status', agent, validJson(SetAgentStatusRequest), async (c) =>
      c.json(await setAgentStatus(deps, { agentId: c.get('agentId'), ...bodyOf(c, SetAgentStatusRequest) })),
    )
    .post('/presence', agent, validJson(Empty), async (c) =>
      c.json(await agentPresence(deps, { agentId: c.get('agentId') })),
    )
    .post('/farewell', agent, validJson(Empty), async (c) =>
      c.json(await agentFarewell(deps, { agentId: c.get('agentId') })),
    )
    .get('/events', agent, async (c) => {
      const agentId = c.get('agentId');
      const after = lastEventId(c);
      const noted = await noteAgentStream(deps, { agentId, bearer: c.get('bearer') });
      return streams.open(c, { stream: agentStream(agentId), after, ...noted });
    });
};
