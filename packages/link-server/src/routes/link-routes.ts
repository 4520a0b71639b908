import { CreateCallLinkRequest, Empty, ListCallLinksQuery } from '@carillon/contract';
import { Hono } from 'hono';
import { createCallLink } from '../call-link/create-call-link.js';
import { listCallLinks } from '../call-link/list-call-links.js';
import { listLinkChoices } from '../call-link/list-configurations.js';
import { readLinkUsage } from '../call-link/read-link-usage.js';
import { revokeCallLink } from '../call-link/revoke-call-link.js';
import type { Deps } from '../deps.js';
import type { AppEnv } from '../http/app-env.js';
import { requireAgent, requireAgentOrProgram } from '../http/bearer.js';
import { idempotent } from '../http/idempotency.js';
import { limitByAgent, type RequestLimits } from '../http/limit-requests.js';
import { queryOf } from '../http/query.js';
import { bodyOf, idOf, validJson } from '../http/valid.js';

/** Routes under `/v1/links`: an agent makes call links, so many a minute, finds them again and takes them back. */
export const linkRoutes = (deps: Deps, { linksPerAgent }: Pick<RequestLimits, 'linksPerAgent'>) =>
  new Hono<AppEnv>()
    .post(
      '/',
      requireAgentOrProgram(deps),
      validJson(CreateCallLinkRequest),
      limitByAgent(linksPerAgent, deps.now),
      idempotent(deps),
      async (c) => {
        const agentId = c.get('program') ? null : c.get('agentId');
        return c.json(await createCallLink(deps, { agentId, ...bodyOf(c, CreateCallLinkRequest) }), 201);
      },
    )
    .use(requireAgent(deps))
    .get('/', async (c) =>
      c.json(await listCallLinks(deps, { agentId: c.get('agentId'), ...queryOf(c, ListCallLinksQuery) })),
    )
    .get('/choices', async (c) => c.json(await listLinkChoices(deps)))
    .get('/:id', async (c) => c.json(await readLinkUsage(deps, { agentId: c.get('agentId'), linkId: idOf(c) })))
    .post('/:id/revoke', validJson(Empty), async (c) =>
      c.json(await revokeCallLink(deps, { agentId: c.get('agentId'), linkId: idOf(c) })),
    );
