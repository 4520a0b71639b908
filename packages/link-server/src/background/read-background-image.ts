import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';

/** The bytes of a picture of an agent's own, WebP. @throws {DomainError} `not_found`, also for somebody else's */
export async function readBackgroundImage(
  { db }: Deps,
  { agentId, imageId }: { readonly agentId: string; readonly imageId: string },
): Promise<Buffer<ArrayBuffer>> {
  const row = await db.read((q) =>
    q.get<{ data: string }>('select data from background_image where id = $1 and agent_id = $2', imageId, agentId),
  );
  if (!row) throw new DomainError('not_found');
  return Buffer.from(row.data, 'base64');
}
