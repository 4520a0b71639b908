import type { Query } from '../store/database.js';
import { selectIn } from '../store/many.js';

/** The agents who belong to a queue, by their ids. */
export async function membersOf(q: Query, queueId: string): Promise<string[]> {
  const rows = await q.all<{ agent_id: string }>('select agent_id from agent_queue where queue_id = $1', queueId);
  return rows.map(({ agent_id }) => agent_id);
}

/** The members of several queues, by queue. */
export async function membersByQueue(q: Query, queueIds: Iterable<string>): Promise<ReadonlyMap<string, string[]>> {
  const members = new Map<string, string[]>();
  const rows = await selectIn<{ queue_id: string; agent_id: string }>(
    q,
    (list) => `select queue_id, agent_id from agent_queue where queue_id in (${list})`,
    queueIds,
  );
  for (const { queue_id, agent_id } of rows) members.set(queue_id, [...(members.get(queue_id) ?? []), agent_id]);
  return members;
}

/** Whether an agent belongs to a queue. */
export const isMember = async (
  q: Query,
  { agentId, queueId }: { readonly agentId: string; readonly queueId: string },
): Promise<boolean> =>
  (await q.get('select 1 as found from agent_queue where agent_id = $1 and queue_id = $2', agentId, queueId)) !==
  undefined;
