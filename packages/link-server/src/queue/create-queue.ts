import type { CreateQueueRequest, Queue } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { holdValues, nextHold, usualHold } from './hold-settings.js';
import { readQueue, toQueue } from './read-queue.js';

/** Makes a queue. A key is never given twice, not even after its queue was archived. @throws {DomainError} `key_taken`, `invalid_request` for a sound that is none */
export function createQueue({ db, ids, now }: Deps, request: CreateQueueRequest): Promise<Queue> {
  const { key, name, ringMs = null, wrapUpMs = null, autoAssign = true } = request;
  const { waitingSound = 'ringing' } = request;
  return db.tx(async (q) => {
    const hold = await nextHold(q, usualHold, request, now());
    const row = await q.get<{ id: string }>(
      `insert into queue (id, key, name, ring_ms, wrap_up_ms, auto_assign, waiting_sound, hold_sound, hold_music,
         hold_announcement, hold_announcement_every_ms)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (key) do nothing returning id`,
      ids.id('que'),
      key,
      name,
      ringMs,
      wrapUpMs,
      Number(autoAssign),
      waitingSound,
      ...holdValues(hold),
    );
    if (!row) throw new DomainError('key_taken', { fields: ['key'] });
    return toQueue(await readQueue(q, row.id));
  });
}
