import { backgroundLimits, pictureProblem, type BackgroundImage } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { encodePicture } from '../picture/encode-picture.js';
import { contentId } from '../uploaded/content-id.js';
import { imageColumns, toBackgroundImage, type BackgroundImageRow } from './background-image-row.js';

export interface AddBackgroundImage {
  readonly agentId: string;
  readonly file: Uint8Array;
  /** What it is called where it is offered; empty for nothing. */
  readonly name: string;
}

/** How ids of these pictures look. */
export const imageIdShape = /^bgi_[\w-]{22}$/;

/**
 * Adds a background of an agent's own, written anew whatever their browser has made of it. The same bytes are the same
 * picture of theirs, so that sending them again makes nothing twice; another agent's have another id.
 * @throws {DomainError} what `pictureProblem` says, `picture_damaged`, `too_many_backgrounds`
 */
export async function addBackgroundImage(
  { db, now }: Deps,
  { agentId, file, name }: AddBackgroundImage,
): Promise<BackgroundImage> {
  const problem = pictureProblem(file, 'background');
  if (problem) throw new DomainError(problem);
  const { data, width, height } = await encodePicture(file, 'background');
  const id = contentId('bgi', Buffer.concat([Buffer.from(agentId), data]));
  return db.tx(
    async (q) => {
      const own = await q.all<BackgroundImageRow>(
        `select ${imageColumns} from background_image where agent_id = $1`,
        agentId,
      );
      const again = own.find((one) => one.id === id);
      if (again) return toBackgroundImage(again);
      if (own.length >= backgroundLimits.images) throw new DomainError('too_many_backgrounds');
      const row: BackgroundImageRow = { id, name, width, height, bytes: data.length, added_at: now() };
      await q.run(
        `insert into background_image (id, agent_id, name, width, height, bytes, data, added_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        id,
        agentId,
        name,
        width,
        height,
        row.bytes,
        data.toString('base64'),
        row.added_at,
      );
      return toBackgroundImage(row);
    },
    // One after the other: of two that come at once for the last place, one is refused.
    { serial: true },
  );
}
