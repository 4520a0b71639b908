import { ChangeLinkConfigurationRequest, CreateLinkConfigurationRequest, Key, PageQuery } from '@carillon/contract';
import { Hono } from 'hono';
import { archiveConfiguration } from '../call-link/archive-configuration.js';
import { changeConfiguration } from '../call-link/change-configuration.js';
import { readConfigurationToChange } from '../call-link/configuration-parts.js';
import { createConfiguration } from '../call-link/create-configuration.js';
import { listConfigurations } from '../call-link/list-configurations.js';
import { toConfiguration } from '../call-link/to-configuration.js';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import type { AppContext, AppEnv } from '../http/app-env.js';
import { requireAgent } from '../http/bearer.js';
import { idempotent } from '../http/idempotency.js';
import { queryOf } from '../http/query.js';
import { bodyOf, validJson } from '../http/valid.js';

/** A key in the path; one that cannot be a key is nothing we have. @throws {DomainError} `not_found` */
function keyOf(c: AppContext): string {
  const key = Key.safeParse(c.req.param('key'));
  if (!key.success) throw new DomainError('not_found');
  return key.data;
}

/** Routes under `/v1/link-configurations`: an administrator decides what links allow. */
export const linkConfigurationRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .use(requireAgent(deps, 'admin'))
    .get('/', async (c) => c.json(await listConfigurations(deps, queryOf(c, PageQuery))))
    .post('/', validJson(CreateLinkConfigurationRequest), idempotent(deps), async (c) =>
      c.json(await createConfiguration(deps, bodyOf(c, CreateLinkConfigurationRequest)), 201),
    )
    .get('/:key', async (c) =>
      c.json(toConfiguration(await deps.db.read((q) => readConfigurationToChange(q, keyOf(c))))),
    )
    .patch('/:key', validJson(ChangeLinkConfigurationRequest), async (c) =>
      c.json(await changeConfiguration(deps, { key: keyOf(c), change: bodyOf(c, ChangeLinkConfigurationRequest) })),
    )
    .delete('/:key', async (c) => c.json(await archiveConfiguration(deps, { key: keyOf(c) })));
