import { Hono } from 'hono';
import type { AppEnv } from '../http/app-env.js';
import { buildOpenApi } from './build-openapi.js';

/** `GET /openapi.json`: what the server can be asked, for machines. Made once, when it is asked for first. */
export const openApiRoutes = () => {
  let text: string | undefined;
  return new Hono<AppEnv>().get('/', (c) => {
    text ??= JSON.stringify(buildOpenApi());
    return c.body(text, 200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
  });
};
