import type { Done } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';

/**
 * Removes a picture of an agent's own. Where it was chosen the background is blurred from now on, never shown.
 * @throws {DomainError} `not_found`, also for somebody else's
 */
export async function removeBackgroundImage(
  { db, now }: Deps,
  { agentId, imageId }: { readonly agentId: string; readonly imageId: string },
): Promise<Done> {
  await db.tx(async (q) => {
    const { changes } = await q.run('delete from background_image where id = $1 and agent_id = $2', imageId, agentId);
    if (changes === 0) throw new DomainError('not_found');
    await q.run(
      `update agent_background set background = 'blur', image_id = null where agent_id = $1 and image_id = $2`,
      agentId,
      imageId,
    );
  });
  return { serverNow: now() };
}
