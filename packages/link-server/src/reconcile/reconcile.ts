import { listLiveCalls } from '../call/read-call.js';
import type { Deps } from '../deps.js';
import { inspectRoom } from './inspect-room.js';

/** How long a webhook's id and an idempotency key are remembered. */
const memoryMs = 24 * 3_600_000;

/**
 * Brings LiveKit and the record together, at start and every 10 s, so that everything works without a single webhook:
 * rooms that LiveKit lost are made again under their names (F12), strangers put out, answered calls made active (F25).
 */
export async function reconcile(deps: Deps): Promise<void> {
  const calls = await deps.db.read(listLiveCalls);
  if (calls.length > 0) {
    const existing = new Set(await deps.livekit.listRooms(calls.map(({ room }) => room)));
    for (const { room } of calls) {
      if (!existing.has(room)) await deps.livekit.createRoom(room);
      await inspectRoom(deps, room);
    }
  }
  await forget(deps);
}

async function forget({ db, now }: Deps): Promise<void> {
  const before = now() - memoryMs;
  await db.tx(async (q) => {
    await q.run('delete from livekit_webhook where at < $1', before);
    await q.run('delete from idempotency where at < $1', before);
  });
}
