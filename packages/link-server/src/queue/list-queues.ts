import type { QueueList } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { readPage, type AskedPage } from '../paging/read-page.js';
import { queueColumns, toQueue, type QueueRow } from './read-queue.js';

/** Queues that are not archived, by name. @throws {DomainError} `invalid_request` for a cursor that is none */
export async function listQueues({ db }: Deps, page: AskedPage = {}): Promise<QueueList> {
  const { rows, next } = await db.read((q) =>
    readPage<QueueRow>(q, {
      select: `select ${queueColumns}`,
      where: ['archived_at is null'],
      order: { by: 'queue.name', is: 'text', id: 'queue.id', of: ({ name, id }) => [name, id] },
      page,
    }),
  );
  return { queues: rows.map(toQueue), next };
}
