import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from '../deps.js';
import type { Metrics } from '../metrics/metrics.js';
import type { AppEnv } from './app-env.js';

/**
 * Counts each request and writes a line about it: its id, its route's pattern, the status. A path holds ids and link
 * codes, and is written nowhere.
 */
export function watchRequests(metrics: Metrics, log: Logger): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const began = performance.now();
    await next();
    const ms = Math.round(performance.now() - began);
    const route = routePath(c, -1);
    const { status } = c.res;
    metrics.request(c.req.method, route, status, ms / 1_000);
    log.info('request', { requestId: c.get('requestId'), method: c.req.method, route, status, ms });
  };
}
