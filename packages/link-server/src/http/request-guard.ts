import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { DomainError } from '../domain-error.js';
import type { AppEnv } from './app-env.js';

/** Gives each request an id, and refuses what no client of ours sends: a method in a header, a query made to confuse. */
export const requestGuard: MiddlewareHandler<AppEnv> = async (c, next) => {
  const requestId = randomUUID();
  c.set('requestId', requestId);
  c.header('x-request-id', requestId);
  if (c.req.header('x-http-method-override') !== undefined) throw new DomainError('method_not_allowed');
  const { searchParams } = new URL(c.req.url);
  const names = [...searchParams.keys()];
  if (new Set(names).size !== names.length || names.some((name) => /[[\]]/.test(name)))
    throw new DomainError('invalid_request');
  await next();
};
