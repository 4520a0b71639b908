import { MediaError } from './media-error.js';
import type { CloseReason } from './media-room.js';

/** Reasons of livekit-client's `DisconnectReason` that mean something of their own here (livekit-verified.md §8). */
const reasons: Readonly<Record<number, CloseReason>> = Object.freeze({
  2: 'moved',
  4: 'evicted',
  5: 'ended',
  10: 'ended',
});

/** Why a room that we did not leave was closed. Anything that LiveKit does by itself can be repaired by a new room. */
export const closeReasonOf = (reason: number | undefined): CloseReason => reasons[reason ?? -1] ?? 'lost';

/**
 * What went wrong while connecting, by `reason` and `status` alone: `reasonName` is wrong for 401 and 404, and the
 * message of an expired token holds the token (livekit-verified.md §4).
 */
export function toMediaError(error: unknown): MediaError {
  const { reason, status } = (error ?? {}) as { reason?: unknown; status?: unknown };
  const refused = reason === 0 || status === 401 || status === 403 || status === 404;
  return new MediaError(refused ? 'connection-refused' : 'connection-failed');
}
