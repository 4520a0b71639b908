import type { SoundType } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';

/** A sound with its bytes. */
export interface KeptSound {
  readonly type: SoundType;
  readonly data: Buffer<ArrayBuffer>;
}

/** Reads a sound. @throws {DomainError} `not_found` */
export async function readSound({ db }: Deps, id: string): Promise<KeptSound> {
  const row = await db.read((q) =>
    q.get<{ type: SoundType; data: string }>('select type, data from sound where id = $1', id),
  );
  if (!row) throw new DomainError('not_found');
  return { type: row.type, data: Buffer.from(row.data, 'base64') };
}
