import type { AgentBackground, BackgroundChoice } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { imageIdShape } from './add-background-image.js';

export interface ChooseBackground {
  readonly agentId: string;
  readonly choice: BackgroundChoice;
}

/**
 * Keeps what an agent chooses for their camera's background, for every following call (BGD-3). One of our pictures has to
 * be theirs; what the page calls a picture of its own is kept as it is. @throws {DomainError} `invalid_request`
 */
export async function chooseBackground({ db }: Deps, { agentId, choice }: ChooseBackground): Promise<AgentBackground> {
  const { background, strength, faceTrace, imageId } = choice;
  await db.tx(async (q) => {
    if (imageId !== null && imageIdShape.test(imageId)) {
      const own = await q.get('select id from background_image where id = $1 and agent_id = $2', imageId, agentId);
      if (!own) throw new DomainError('invalid_request', { fields: ['imageId'] });
    }
    await q.run(
      `insert into agent_background (agent_id, background, strength, face_trace, image_id) values ($1, $2, $3, $4, $5)
       on conflict (agent_id) do update set background = excluded.background, strength = excluded.strength,
         face_trace = excluded.face_trace, image_id = excluded.image_id`,
      agentId,
      background,
      strength,
      faceTrace ? 1 : 0,
      imageId,
    );
  });
  return { choice };
}
