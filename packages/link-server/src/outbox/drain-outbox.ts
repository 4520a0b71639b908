import type { LiveKitGateway } from '../livekit/livekit-gateway.js';
import { claimTimer } from '../timer/timer.js';
import type { TimerHandler } from '../timer/timer-handler.js';
import type { LiveKitEffect } from './outbox.js';

/** Tells LiveKit what a row of the outbox says. Repeating it is harmless, so that a crash in between is too. */
async function carryOut(livekit: LiveKitGateway, effect: LiveKitEffect): Promise<void> {
  switch (effect.type) {
    case 'delete-room':
      return await livekit.deleteRoom(effect.room);
    case 'remove':
      return await livekit.remove(effect.room, effect.identity);
    case 'grant':
      // Whoever is not there yet is let in when they come (`admitAgent`).
      await livekit.grant(effect.room, effect.identity, effect.role);
  }
}

/** Handles an outbox timer: tells LiveKit, then removes the row, unless a newer effect took its place meanwhile. */
export const onOutboxTimer: TimerHandler = async ({ db, livekit }, timer) => {
  const row = await db.read((q) => q.get<{ effect: string }>('select effect from outbox where target = $1', timer.ref));
  if (row) await carryOut(livekit, JSON.parse(row.effect) as LiveKitEffect);
  await db.tx(async (q) => {
    if (await claimTimer(q, timer)) await q.run('delete from outbox where target = $1', timer.ref);
  });
};
