import { ChangeCompanySettingsRequest } from '@carillon/contract';
import { Hono } from 'hono';
import { changeSettings } from '../company/change-settings.js';
import { readCompany, toSettings } from '../company/settings.js';
import type { Deps } from '../deps.js';
import type { AppEnv } from '../http/app-env.js';
import { requireAgent } from '../http/bearer.js';
import { bodyOf, validJson } from '../http/valid.js';

/** Routes under `/v1/settings`: what holds for the whole company. @param name Its name while none is set. */
export const settingsRoutes = (deps: Deps, name: string) =>
  new Hono<AppEnv>()
    .use(requireAgent(deps, 'admin'))
    .get('/', async (c) => c.json(toSettings(await deps.db.read(readCompany), name)))
    .patch('/', validJson(ChangeCompanySettingsRequest), async (c) =>
      c.json(await changeSettings(deps, { change: bodyOf(c, ChangeCompanySettingsRequest), name })),
    );
