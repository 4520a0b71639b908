import { ChangeAgentRequest, CreateAgentRequest, PageQuery } from '@carillon/contract';
import { Hono } from 'hono';
import { archiveAgent } from '../agent/archive-agent.js';
import { changeAgent } from '../agent/change-agent.js';
import { closeSessionsOf } from '../agent/close-agent-session.js';
import { createAgent } from '../agent/create-agent.js';
import { listAccounts } from '../agent/list-accounts.js';
import { listAgentSessions } from '../agent/list-agent-sessions.js';
import type { Deps } from '../deps.js';
import type { AppEnv } from '../http/app-env.js';
import { requireAgent } from '../http/bearer.js';
import { idempotent } from '../http/idempotency.js';
import { queryOf } from '../http/query.js';
import { bodyOf, idOf, validJson } from '../http/valid.js';

/** Routes under `/v1/agents`: an administrator decides who works here. */
export const accountRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .use(requireAgent(deps, 'admin'))
    .get('/', async (c) => c.json(await listAccounts(deps, queryOf(c, PageQuery))))
    .post('/', validJson(CreateAgentRequest), idempotent(deps), async (c) =>
      c.json(await createAgent(deps, bodyOf(c, CreateAgentRequest)), 201),
    )
    .patch('/:id', validJson(ChangeAgentRequest), async (c) =>
      c.json(await changeAgent(deps, { agentId: idOf(c), change: bodyOf(c, ChangeAgentRequest) })),
    )
    .get('/:id/sessions', async (c) =>
      c.json(await listAgentSessions(deps, { agentId: idOf(c), bearer: c.get('bearer'), ...queryOf(c, PageQuery) })),
    )
    .delete('/:id/sessions', async (c) => c.json(await closeSessionsOf(deps, { agentId: idOf(c) })))
    .delete('/:id', async (c) => c.json(await archiveAgent(deps, { agentId: idOf(c) })));
