import { CreateApiKeyRequest, PageQuery } from '@carillon/contract';
import { Hono } from 'hono';
import type { Deps } from '../deps.js';
import type { AppEnv } from '../http/app-env.js';
import { requireAgent } from '../http/bearer.js';
import { idempotent } from '../http/idempotency.js';
import { queryOf } from '../http/query.js';
import { bodyOf, idOf, validJson } from '../http/valid.js';
import { createApiKey, listApiKeys, revokeApiKey } from '../identity/api-keys.js';

/** Routes under `/v1/api-keys`: an administrator gives the company's programs their keys, and takes them back. */
export const apiKeyRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .use(requireAgent(deps, 'admin'))
    .get('/', async (c) => c.json(await listApiKeys(deps, queryOf(c, PageQuery))))
    .post('/', validJson(CreateApiKeyRequest), idempotent(deps), async (c) =>
      c.json(await createApiKey(deps, { agentId: c.get('agentId'), ...bodyOf(c, CreateApiKeyRequest) }), 201),
    )
    .delete('/:id', async (c) => c.json(await revokeApiKey(deps, { keyId: idOf(c) })));
