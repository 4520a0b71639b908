import type { MediaRoomFactory } from './media-room.js';
import type { LiveKitRoomOptions } from './livekit-media-room.js';

/**
 * Events that must not reach livekit-client: it hangs up when a page is frozen, even with `disconnectOnPageLeave: false`
 * (livekit-verified.md §10). Captured first, on the window, once.
 */
let guarded = false;
function guardFreeze(): void {
  if (guarded) return;
  guarded = true;
  addEventListener('freeze', (event) => event.stopImmediatePropagation(), true);
}

/** Loads livekit-client ahead of its use: on the first sign that somebody is about to call. Harmless when repeated. */
export async function preloadLiveKit(): Promise<void> {
  await Promise.all([import('./livekit.js'), import('./livekit-media-room.js')]).catch(() => undefined);
}

/** Rooms on LiveKit. The library is loaded with the first one. */
export const liveKitRooms =
  (options: () => LiveKitRoomOptions = () => ({})): MediaRoomFactory =>
  async () => {
    guardFreeze();
    const [kit, { LiveKitMediaRoom }] = await Promise.all([import('./livekit.js'), import('./livekit-media-room.js')]);
    return new LiveKitMediaRoom(kit, options());
  };
