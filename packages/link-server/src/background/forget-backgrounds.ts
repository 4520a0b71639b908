import type { Query } from '../store/database.js';

/** Removes what an agent had chosen, and their pictures. */
export async function forgetBackgrounds(q: Query, agentId: string): Promise<void> {
  await q.run('delete from agent_background where agent_id = $1', agentId);
  await q.run('delete from background_image where agent_id = $1', agentId);
}
