import type { MediaRoom } from '../media/media-room.js';
import type { Clock } from './clock.js';

/** How the transport looks: packets come, or have not come for so long that it shows, is said, is mended. */
export type LinkState = 'good' | 'weak' | 'silent' | 'lost';

const everyMs = 250;
/**
 * A muted peer leaves pauses of up to 0.75 s, so never below a second (livekit-verified.md §6). What is said at a second
 * and a half is on the screen within two (security.md F14).
 */
const withOthers = { weakAfterMs: 1_000, silentAfterMs: 1_500, lostAfterMs: 3_000 };
/** Who is alone in a room gets a report a second and nothing else: pauses of 1.1 s were measured, and nobody is missed. */
const alone = { weakAfterMs: 3_000, silentAfterMs: 4_500, lostAfterMs: 6_000 };

/**
 * Watches the packets of a connected room. livekit-client says nothing for 14 s when a network freezes; this tells after
 * one second that the connection is weak, soon that nothing comes, and after three that it is lost. Returns the way to
 * stop.
 */
export function watchTransport(room: MediaRoom, clock: Clock, onLink: (link: LinkState) => void): () => void {
  let last: number | null = null;
  let movedAt = clock.now();
  let link: LinkState = 'good';
  let cancel: () => void = () => undefined;
  let stopped = false;

  const look = async () => {
    const packets = room.state.connection === 'connected' ? await room.packetsReceived().catch(() => null) : null;
    if (stopped) return;
    const now = clock.now();
    // Without a transport there is nothing to be quiet yet.
    if (packets === null || packets !== last) movedAt = now;
    last = packets;
    const quiet = now - movedAt;
    const heard = room.state.participants.some(({ local, microphone }) => !local && microphone !== 'none');
    const { weakAfterMs, silentAfterMs, lostAfterMs } = heard ? withOthers : alone;
    const next: LinkState =
      quiet >= lostAfterMs ? 'lost' : quiet >= silentAfterMs ? 'silent' : quiet >= weakAfterMs ? 'weak' : 'good';
    if (next !== link) onLink((link = next));
    if (!stopped) cancel = clock.after(everyMs, () => void look());
  };
  cancel = clock.after(everyMs, () => void look());
  return () => {
    stopped = true;
    cancel();
  };
}
