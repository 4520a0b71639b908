import type { QueueList } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { queueColumns, toQueue, type QueueRow } from './read-queue.js';

/** All queues that are not archived, by name. */
export async function listQueues({ db }: Deps): Promise<QueueList> {
  const rows = await db.read((q) =>
    q.all<QueueRow>(`select ${queueColumns} where archived_at is null order by queue.name, queue.id`),
  );
  return { queues: rows.map(toQueue) };
}
