import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';

/** The bytes of a picture, WebP. @throws {DomainError} `not_found` */
export async function readPicture({ db }: Deps, id: string): Promise<Buffer<ArrayBuffer>> {
  const row = await db.read((q) => q.get<{ data: string }>('select data from picture where id = $1', id));
  if (!row) throw new DomainError('not_found');
  return Buffer.from(row.data, 'base64');
}
