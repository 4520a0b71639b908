import type { ReconnectContext, RoomOptions } from 'livekit-client';
import type * as LiveKit from './livekit.js';

/** Retries of the SDK itself: at once, then every 400 ms for a minute (measured to beat its default after a crash). */
const nextRetryDelayInMs = ({ retryCount, elapsedMs }: ReconnectContext) =>
  elapsedMs > 60_000 ? null : retryCount === 0 ? 0 : 400;

/** How every room of ours is set up. The SDK reads the object for as long as the room lives: each gets its own. */
export const livekitOptions = ({ AudioPresets, VideoPresets }: typeof LiveKit): RoomOptions => ({
  adaptiveStream: true,
  dynacast: true,
  // A reload is not a hang-up: the page says farewell to the link-server instead (livekit-verified.md §10).
  disconnectOnPageLeave: false,
  reconnectPolicy: { nextRetryDelayInMs },
  publishDefaults: {
    audioPreset: AudioPresets.speech,
    dtx: true,
    red: true,
    simulcast: true,
    // Two sizes do for two parties: the whole picture and one for a small window or a thin line.
    videoSimulcastLayers: [VideoPresets.h360],
    stopMicTrackOnMute: false,
  },
});
