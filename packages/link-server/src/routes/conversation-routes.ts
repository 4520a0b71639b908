import { PageQuery } from '@carillon/contract';
import { Hono } from 'hono';
import { listConversations } from '../conversation/list-conversations.js';
import { readConversationDetail } from '../conversation/read-conversation.js';
import type { Deps } from '../deps.js';
import type { AppEnv } from '../http/app-env.js';
import { requireAgent } from '../http/bearer.js';
import { queryOf } from '../http/query.js';
import { idOf } from '../http/valid.js';

/** Routes under `/v1/conversations`. */
export const conversationRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .use(requireAgent(deps))
    .get('/', async (c) =>
      c.json(await listConversations(deps, { agentId: c.get('agentId'), ...queryOf(c, PageQuery) })),
    )
    .get('/:id', async (c) =>
      c.json(await readConversationDetail(deps, { agentId: c.get('agentId'), conversationId: idOf(c) })),
    );
