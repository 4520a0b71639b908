import type { SetBrand } from '@carillon/contract';
import { DomainError } from '../domain-error.js';
import type { Query } from '../store/database.js';

/**
 * Makes sure that a brand's pictures are there, and stay: who tidies up at this moment finds them kept just now.
 * @throws {DomainError} `invalid_request`
 */
export async function requirePictures(
  q: Query,
  brand: Pick<SetBrand, 'logo' | 'backgroundImage'>,
  now: number,
): Promise<void> {
  for (const field of ['logo', 'backgroundImage'] as const) {
    const id = brand[field];
    if (id === null) continue;
    const { changes } = await q.run('update picture set kept_at = $2 where id = $1', id, now);
    if (changes === 0) throw new DomainError('invalid_request', { fields: [`brand.${field}`] });
  }
}
