import type { AgentBackground } from '@carillon/contract';
import type { Deps } from '../deps.js';

interface BackgroundRow {
  readonly background: 'none' | 'blur' | 'image';
  readonly strength: 1 | 2 | 3;
  readonly face_trace: number;
  readonly image_id: string | null;
}

/** What an agent has chosen for their camera's background; null while they never chose anything (BGD-3). */
export async function readBackground(
  { db }: Deps,
  { agentId }: { readonly agentId: string },
): Promise<AgentBackground> {
  const row = await db.read((q) =>
    q.get<BackgroundRow>(
      'select background, strength, face_trace, image_id from agent_background where agent_id = $1',
      agentId,
    ),
  );
  if (!row) return { choice: null };
  const { background, strength, face_trace: faceTrace, image_id: imageId } = row;
  return { choice: { background, strength, faceTrace: faceTrace === 1, imageId } };
}
