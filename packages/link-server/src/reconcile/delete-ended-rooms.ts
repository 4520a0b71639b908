import type { Deps } from '../deps.js';

/**
 * Deletes the rooms of calls that have ended. The outbox does so at the end; this catches a room that came back since,
 * as when a browser asked for a token in the moment of the end. Rooms that are no call of ours are left alone.
 */
export async function deleteEndedRooms(deps: Deps, existing: Iterable<string>): Promise<void> {
  for (const room of existing) {
    const ended = await deps.db.read((q) =>
      q.get<{ id: string }>(`select id from call where room = $1 and state = 'ended'`, room),
    );
    if (!ended) continue;
    deps.log.info('room_of_ended_call_deleted', { callId: ended.id });
    await deps.livekit.deleteRoom(room);
  }
}
