import { PageQuery } from '@carillon/contract';
import { Hono } from 'hono';
import { listCallbacks } from '../callback/list-callbacks.js';
import type { Deps } from '../deps.js';
import type { AppEnv } from '../http/app-env.js';
import { requireAgent } from '../http/bearer.js';
import { queryOf } from '../http/query.js';

/** Routes under `/v1/callbacks`: who wants to be called back. */
export const callbackRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .use(requireAgent(deps))
    .get('/', async (c) => c.json(await listCallbacks(deps, { agentId: c.get('agentId'), ...queryOf(c, PageQuery) })));
