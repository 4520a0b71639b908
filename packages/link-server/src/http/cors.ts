import type { MiddlewareHandler } from 'hono';
import { DomainError } from '../domain-error.js';
import type { AppEnv } from './app-env.js';

const allowHeaders = 'authorization, content-type, idempotency-key, last-event-id, accept';

/**
 * Lets the listed origins call the API, and nobody else's scripts. Nothing is sent by a browser on its own (no cookies),
 * so no credentials are allowed. A write from a foreign origin is refused, whatever its content type (T28, T29).
 */
export function cors(allowed: readonly string[], ownOrigin: string): MiddlewareHandler<AppEnv> {
  const origins = new Set([...allowed, ownOrigin]);
  return async (c, next) => {
    c.header('vary', 'Origin');
    const origin = c.req.header('origin');
    const known = origin !== undefined && origin !== 'null' && origins.has(origin);
    if (known) {
      c.header('access-control-allow-origin', origin);
      c.header('access-control-expose-headers', 'retry-after, x-request-id');
    }
    if (c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined) {
      if (known) {
        c.header('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE');
        c.header('access-control-allow-headers', allowHeaders);
        c.header('access-control-max-age', '600');
      }
      return c.body(null, 204);
    }
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.method === 'OPTIONS';
    if (origin !== undefined && !known && !reads) throw new DomainError('origin_not_allowed');
    await next();
    return;
  };
}
