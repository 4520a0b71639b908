import { DomainError } from '../domain-error.js';
import type { Query } from '../store/database.js';

/**
 * Called after an administrator has ceased to be one: refuses it when nobody could administer any more.
 * @throws {DomainError} `last_admin`
 */
export async function keepAnAdmin(q: Query): Promise<void> {
  const admins = await q.all<{ id: string }>(
    `select id from agent where role = 'admin' and archived_at is null /*LOCK*/`,
  );
  if (admins.length === 0) throw new DomainError('last_admin');
}
