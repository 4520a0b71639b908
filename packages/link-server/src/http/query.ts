import type * as z from 'zod/mini';
import { DomainError } from '../domain-error.js';
import type { AppContext } from './app-env.js';

/** The checked query of an address; the request guard has refused one that says something twice. @throws {DomainError} `invalid_request` */
export function queryOf<T>(c: AppContext, schema: z.ZodMiniType<T>): T {
  const parsed = schema.safeParse(c.req.query());
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path }) => path.map(String).join('.')).filter((field) => field !== '');
  throw new DomainError('invalid_request', { fields });
}
