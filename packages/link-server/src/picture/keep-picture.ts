import { pictureProblem, type Picture, type PictureUse } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { contentId } from '../uploaded/content-id.js';
import { countUnused } from '../uploaded/unused.js';
import { encodePicture } from './encode-picture.js';

/** Pictures that no configuration shows: an administrator who tries some has room, and nobody fills the disk. */
const mostUnused = 40;

export interface KeepPicture {
  readonly file: Uint8Array;
  readonly use: PictureUse;
}

/**
 * Keeps a picture for link configurations to name. The same bytes have the same id, so that sending them again makes
 * nothing twice, and whoever has a picture by its id need never ask again.
 * @throws {DomainError} what `pictureProblem` says, `picture_damaged`, `too_many_pictures`
 */
export async function keepPicture({ db, now }: Deps, { file, use }: KeepPicture): Promise<Picture> {
  const problem = pictureProblem(file, use);
  if (problem) throw new DomainError(problem);
  const { data, width, height } = await encodePicture(file, use);
  const id = contentId('pic', data);
  return db.tx(async (q) => {
    const again = await q.run('update picture set kept_at = $2 where id = $1', id, now());
    if (again.changes === 0) {
      if ((await countUnused(q, 'picture')) >= mostUnused) throw new DomainError('too_many_pictures');
      await q.run(
        `insert into picture (id, width, height, bytes, data, kept_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (id) do nothing`,
        id,
        width,
        height,
        data.length,
        data.toString('base64'),
        now(),
      );
    }
    return { id, width, height, bytes: data.length };
  });
}
