import { listLiveCalls } from '../call/read-call.js';
import type { Deps } from '../deps.js';
import type { CallRow } from '../transition/rows.js';
import { deleteEndedRooms } from './delete-ended-rooms.js';
import { inspectRoom } from './inspect-room.js';

/** How long a webhook's id and an idempotency key are remembered. */
const memoryMs = 24 * 3_600_000;

/**
 * Brings LiveKit and the record together, at start and every 10 s, so that everything works without a single webhook:
 * rooms that LiveKit lost are made again under their names (F12), strangers put out, answered calls made active (F25),
 * rooms of ended calls deleted. Trouble with one room keeps no other from its turn.
 */
export async function reconcile(deps: Deps): Promise<void> {
  const existing = new Set(await deps.livekit.listRooms());
  for (const call of await deps.db.read(listLiveCalls)) await mend(deps, call, existing);
  await deleteEndedRooms(deps, existing);
  await forget(deps);
}

async function mend(deps: Deps, { id, room }: CallRow, existing: ReadonlySet<string>): Promise<void> {
  try {
    if (!existing.has(room)) await deps.livekit.createRoom(room);
    await inspectRoom(deps, room);
  } catch (error) {
    deps.log.warn('room_not_reconciled', { callId: id, error: error instanceof Error ? error.name : 'unknown' });
  }
}

async function forget({ db, now }: Deps): Promise<void> {
  const before = now() - memoryMs;
  await db.tx(async (q) => {
    await q.run('delete from livekit_webhook where at < $1', before);
    await q.run('delete from idempotency where at < $1', before);
  });
}
