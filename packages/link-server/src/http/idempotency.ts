import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import type { AppContext, AppEnv } from './app-env.js';

interface Kept {
  readonly body_hash: string;
  readonly status: number | null;
  readonly body: string | null;
}

/** How long a key is remembered (security.md §7.7). */
const keepAnswersMs = 24 * 3_600_000;

const sha256 = (...parts: readonly string[]) => createHash('sha256').update(parts.join('\0')).digest();

/**
 * Makes a command happen once under one `Idempotency-Key` (24 h): the same request again gets the same answer, another
 * one is refused. Put it behind `validJson`. Answers hold link codes and tokens, so they are kept encrypted by a key that
 * only the caller has: a copy of the database opens nothing.
 */
export const idempotent =
  (deps: Deps): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const key = c.req.header('idempotency-key');
    if (key === undefined) return next();
    if (!/^[\x21-\x7e]{8,128}$/.test(key)) throw new DomainError('invalid_request', { fields: ['Idempotency-Key'] });
    const caller = c.req.header('authorization') ?? '';
    const row = {
      scope: sha256(caller, c.req.method, c.req.path).toString('base64url'),
      key: sha256(key).toString('base64url'),
    };
    const bodyHash = sha256(JSON.stringify(c.get('body')?.data ?? null)).toString('base64url');
    const secret = sha256(caller, key, 'answer');
    const kept = await reserve(deps, row, bodyHash);
    if (kept && kept.body_hash !== bodyHash) throw new DomainError('idempotency_mismatch');
    if (kept?.status && kept.body !== null) return replay(c, kept.status, open(kept.body, secret));
    await next();
    // A refusal says how things stood; only what was done must not be done again.
    if (!c.res.ok) return forget(deps, row);
    const answer = await c.res.clone().text();
    await deps.db.tx((q) =>
      q.run(
        'update idempotency set status = $3, body = $4 where scope = $1 and key = $2',
        row.scope,
        row.key,
        c.res.status,
        seal(answer, secret),
      ),
    );
    return undefined;
  };

async function reserve(
  { db, now }: Deps,
  { scope, key }: { scope: string; key: string },
  bodyHash: string,
): Promise<Kept | undefined> {
  return db.tx(async (q) => {
    await q.run('delete from idempotency where at <= $1', now() - keepAnswersMs);
    const { changes } = await q.run(
      'insert into idempotency (scope, key, body_hash, at) values ($1, $2, $3, $4) on conflict do nothing',
      scope,
      key,
      bodyHash,
      now(),
    );
    // One that was begun and not finished is done again: every command is a conditional update.
    return changes === 1
      ? undefined
      : q.get<Kept>('select body_hash, status, body from idempotency where scope = $1 and key = $2', scope, key);
  });
}

async function forget({ db }: Deps, { scope, key }: { scope: string; key: string }): Promise<undefined> {
  await db.tx((q) => q.run('delete from idempotency where scope = $1 and key = $2', scope, key));
}

const replay = (c: AppContext, status: number, body: string): Response =>
  c.body(body, status as ContentfulStatusCode, { 'content-type': 'application/json', 'idempotency-replayed': 'true' });

function seal(text: string, secret: Buffer): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secret, iv);
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), data]).toString('base64');
}

function open(sealed: string, secret: Buffer): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}
