import { DomainError } from '../domain-error.js';
import type { Query } from '../store/database.js';

/**
 * Makes sure that uploaded files are there, by the field that names each, and stay: who tidies up at this moment finds them
 * kept just now. @throws {DomainError} `invalid_request`
 */
export async function requireKept(
  q: Query,
  table: 'picture' | 'sound',
  files: Readonly<Record<string, string | null | undefined>>,
  now: number,
): Promise<void> {
  for (const [field, id] of Object.entries(files)) {
    if (id == null) continue;
    const { changes } = await q.run(`update ${table} set kept_at = $2 where id = $1`, id, now);
    if (changes === 0) throw new DomainError('invalid_request', { fields: [field] });
  }
}
