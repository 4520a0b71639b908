import { Id } from '@carillon/contract';
import type { MiddlewareHandler } from 'hono';
import type * as z from 'zod/mini';
import { DomainError } from '../domain-error.js';
import type { AppContext, AppEnv } from './app-env.js';
import { readJson } from './read-json.js';

/** Reads and checks a body; the handler finds it by `bodyOf`. Refusals name the fields, never what was in them. */
export const validJson =
  (schema: z.ZodMiniType): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    c.set('body', { schema, data: checked(schema, await readJson(c)) });
    await next();
  };

/** What a schema makes of a value. @throws {DomainError} `invalid_request`, naming the fields */
export function checked<T>(schema: z.ZodMiniType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new DomainError('invalid_request', { fields: fieldsOf(parsed.error.issues) });
  return parsed.data;
}

/** The body that `validJson` has checked with this very schema. */
export function bodyOf<T>(c: AppContext, schema: z.ZodMiniType<T>): T {
  const body = c.get('body');
  if (body?.schema !== schema) throw new Error('A route reads a body that it has not checked.');
  return body.data as T;
}

/** An id in the path; one that cannot be an id is nothing we have. @throws {DomainError} `not_found` */
export function idOf(c: AppContext, name = 'id'): string {
  const id = Id.safeParse(c.req.param(name));
  if (!id.success) throw new DomainError('not_found');
  return id.data;
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
}

/** Names our own fields only: a name that the caller made up is part of what they sent. */
const fieldsOf = (issues: readonly Issue[]): string[] => [
  ...new Set(issues.map(({ path }) => path.map(String).join('.')).filter((field) => field !== '')),
];
