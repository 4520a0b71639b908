import { readSoundHeader, soundProblem, type Sound } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { contentId } from '../uploaded/content-id.js';
import { countUnused } from '../uploaded/unused.js';

/** Sounds that no queue plays: an administrator who tries some has room, and nobody fills the disk. */
const mostUnused = 20;

/**
 * Keeps a sound for queues to name, as it is. The same bytes have the same id, so that sending them again makes nothing
 * twice, and whoever has a sound by its id need never ask again.
 * @throws {DomainError} what `soundProblem` says, `too_many_sounds`
 */
export async function keepSound({ db, now }: Deps, file: Uint8Array): Promise<Sound> {
  const problem = soundProblem(file);
  const header = readSoundHeader(file);
  if (problem || !header) throw new DomainError(problem ?? 'sound_unsupported');
  const { type } = header;
  const id = contentId('snd', file);
  const data = Buffer.from(file).toString('base64');
  return db.tx(async (q) => {
    const again = await q.run('update sound set kept_at = $2 where id = $1', id, now());
    if (again.changes === 0) {
      if ((await countUnused(q, 'sound')) >= mostUnused) throw new DomainError('too_many_sounds');
      await q.run(
        `insert into sound (id, type, bytes, data, kept_at) values ($1, $2, $3, $4, $5) on conflict (id) do nothing`,
        id,
        type,
        file.length,
        data,
        now(),
      );
    }
    return { id, type, bytes: file.length };
  });
}
