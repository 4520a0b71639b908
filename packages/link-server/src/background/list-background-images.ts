import type { BackgroundImageList } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { imageColumns, toBackgroundImage, type BackgroundImageRow } from './background-image-row.js';

/** All pictures of an agent's own, in the order in which they were added. */
export async function listBackgroundImages(
  { db }: Deps,
  { agentId }: { readonly agentId: string },
): Promise<BackgroundImageList> {
  const rows = await db.read((q) =>
    q.all<BackgroundImageRow>(
      `select ${imageColumns} from background_image where agent_id = $1 order by added_at, id`,
      agentId,
    ),
  );
  return { images: rows.map(toBackgroundImage) };
}
