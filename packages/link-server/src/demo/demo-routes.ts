import { Empty } from '@carillon/contract';
import { Hono } from 'hono';
import { DomainError } from '../domain-error.js';
import type { AppEnv } from '../http/app-env.js';
import { validJson } from '../http/valid.js';
import { demoAgents } from './demo-company.js';

/**
 * `POST /v1/demo/agents/:key/token`: plays the host app and vouches for a demo agent, without asking for a password.
 * Only a demo server has this route; a production server refuses to start with it.
 */
export const demoRoutes = (issue: (extId: string) => Promise<string>) =>
  new Hono<AppEnv>().post('/agents/:key/token', validJson(Empty), async (c) => {
    const agent = demoAgents.find(({ key }) => key === c.req.param('key'));
    if (!agent) throw new DomainError('not_found');
    return c.json({ token: await issue(agent.key) });
  });
