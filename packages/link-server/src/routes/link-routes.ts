import { CreateCallLinkRequest } from '@carillon/contract';
import { Hono } from 'hono';
import { createCallLink } from '../call-link/create-call-link.js';
import type { Deps } from '../deps.js';
import type { AppEnv } from '../http/app-env.js';
import { requireAgent } from '../http/bearer.js';
import { idempotent } from '../http/idempotency.js';
import { bodyOf, validJson } from '../http/valid.js';

/** Routes under `/v1/links`: an agent makes a call link. */
export const linkRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .use(requireAgent(deps))
    .post('/', validJson(CreateCallLinkRequest), idempotent(deps), async (c) =>
      c.json(await createCallLink(deps, { agentId: c.get('agentId'), ...bodyOf(c, CreateCallLinkRequest) }), 201),
    );
