import type { Queue, WaitingSound } from '@carillon/contract';
import { DomainError } from '../domain-error.js';
import type { Query } from '../store/database.js';
import { toHold, type HoldRow } from './hold-settings.js';

/** A queue as its table holds it, with how many belong to it and wait in it. */
export interface QueueRow extends HoldRow {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly ring_ms: number | null;
  readonly wrap_up_ms: number | null;
  readonly auto_assign: number;
  readonly waiting_sound: WaitingSound;
  readonly version: number;
  readonly agents: number;
  readonly waiting: number;
}

export const queueColumns = `queue.*,
  (select count(*) from agent_queue join agent on agent.id = agent_id where queue_id = queue.id and agent.archived_at is null) as agents,
  (select count(*) from call where queue_id = queue.id and state in ('queued', 'offering')) as waiting
  from queue`;

/** Reads a queue that is not archived. @throws {DomainError} `not_found` */
export async function readQueue(q: Query, id: string): Promise<QueueRow> {
  const row = await q.get<QueueRow>(`select ${queueColumns} where queue.id = $1 and archived_at is null`, id);
  if (!row) throw new DomainError('not_found');
  return row;
}

export const toQueue = (row: QueueRow): Queue => ({
  id: row.id,
  key: row.key,
  name: row.name,
  ringMs: row.ring_ms,
  wrapUpMs: row.wrap_up_ms,
  autoAssign: row.auto_assign === 1,
  waitingSound: row.waiting_sound,
  ...toHold(row),
  agents: row.agents,
  waiting: row.waiting,
  version: row.version,
});
