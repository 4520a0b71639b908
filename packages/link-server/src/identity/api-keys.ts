import type { ApiKey, ApiKeyList, CreatedApiKey } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { readPage, type AskedPage } from '../paging/read-page.js';
import { hashSecret } from '../transition/hash-secret.js';

interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly created_at: number;
  readonly revoked_at: number | null;
}

const columns = 'id, name, created_at, revoked_at';
const toApiKey = ({ id, name, created_at: createdAt, revoked_at: revokedAt }: ApiKeyRow): ApiKey => ({
  id,
  name,
  createdAt,
  revokedAt,
});

/** Makes a key for a program. Its secret is in this answer and nowhere else: what is kept is a hash. */
export function createApiKey(
  { db, ids, now }: Deps,
  { agentId, name }: { readonly agentId: string; readonly name: string },
): Promise<CreatedApiKey> {
  return db.tx(async (q) => {
    const key = { id: ids.id('key'), name, createdAt: now(), revokedAt: null };
    const secret = `cck_${ids.secret()}`;
    await q.run(
      'insert into api_key (id, name, token_hash, created_by, created_at) values ($1, $2, $3, $4, $5)',
      key.id,
      name,
      hashSecret(secret),
      agentId,
      key.createdAt,
    );
    return { key, secret };
  });
}

/** Keys, the newest first, also those that were revoked. @throws {DomainError} `invalid_request` for a cursor that is none */
export async function listApiKeys({ db }: Deps, page: AskedPage = {}): Promise<ApiKeyList> {
  const { rows, next } = await db.read((q) =>
    readPage<ApiKeyRow>(q, {
      select: `select ${columns} from api_key`,
      order: { by: 'created_at', is: 'number', id: 'id', descending: true, of: (row) => [row.created_at, row.id] },
      page,
    }),
  );
  return { keys: rows.map(toApiKey), next };
}

/** Revokes a key: its program is refused from now on. Once more does no harm. @throws {DomainError} `not_found` */
export function revokeApiKey({ db, now }: Deps, { keyId }: { readonly keyId: string }): Promise<ApiKey> {
  return db.tx(async (q) => {
    const row = await q.get<ApiKeyRow>(
      `update api_key set revoked_at = coalesce(revoked_at, $2) where id = $1 returning ${columns}`,
      keyId,
      now(),
    );
    if (!row) throw new DomainError('not_found');
    return toApiKey(row);
  });
}

/** Whether a bearer is a key that still holds. */
export async function isApiKey({ db }: Deps, bearer: string): Promise<boolean> {
  if (!bearer.startsWith('cck_')) return false;
  const row = await db.read((q) =>
    q.get('select 1 as found from api_key where token_hash = $1 and revoked_at is null', hashSecret(bearer)),
  );
  return row !== undefined;
}
