import { confirmEstablished } from '../call/confirm-established.js';
import type { Deps } from '../deps.js';
import { evictStrangers } from './evict-strangers.js';

/** Compares one room with its call's record: strangers are put out, an answered call becomes active. */
export async function inspectRoom(deps: Deps, room: string): Promise<void> {
  const call = await deps.db.read((q) =>
    q.get<{ id: string; state: string }>('select id, state from call where room = $1', room),
  );
  if (!call || call.state === 'ended') return;
  await evictStrangers(deps, call.id, room);
  await confirmEstablished(deps, call.id);
}
