import { inspectRoom } from '../reconcile/inspect-room.js';
import type { Deps } from '../deps.js';
import type { LiveKitEvent } from './livekit-event.js';

/** Events after which a look into the room can change something. */
const telling: ReadonlySet<LiveKitEvent['type']> = new Set(['participant_joined', 'track_published', 'room_finished']);

/** Takes a report of LiveKit as a hint to look into the room. A report that came before is dropped (E-36). */
export async function handleLiveKitWebhook(deps: Deps, event: LiveKitEvent): Promise<void> {
  const { changes } = await deps.db.tx((q) =>
    q.run('insert into livekit_webhook (id, at) values ($1, $2) on conflict (id) do nothing', event.id, deps.now()),
  );
  if (changes === 1 && telling.has(event.type)) await inspectRoom(deps, event.room);
}
