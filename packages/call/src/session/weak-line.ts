import type { MediaRoom } from '../media/media-room.js';
import type { Clock } from './clock.js';

const everyMs = 2_000;
/** A line may stumble for a moment; a picture that stutters for longer takes the words with it. */
const weakForMs = 6_000;
/** A line that is new, or was given another chance, is measured for this long before it is judged. */
const patienceMs = 15_000;
/** Sound takes about half of it; what is left makes no picture. */
const videoKbps = 100;
/** Enough for a picture that the media server calls poor. */
const poorKbps = 250;
/** Above it words break. */
const soundLostPercent = 25;

/**
 * Watches whether the line of a connected room carries video: too little gets out, less than a good picture wants and the
 * media server says that it is poor, or too much is lost on the way. Calls back once that has lasted while video is sent. Returns the way to stop.
 */
export function watchLine(room: MediaRoom, clock: Clock, sendsVideo: () => boolean, weak: () => void): () => void {
  let [fairAt, sendsSince] = [clock.now(), null as number | null];
  let stopped = false;
  let cancel: () => void = () => undefined;

  const look = async () => {
    const sends = room.state.connection === 'connected' && sendsVideo();
    const stats = sends ? await room.networkStats().catch(() => null) : null;
    if (stopped) return;
    const now = clock.now();
    sendsSince = sends ? (sendsSince ?? now) : null;
    const own = room.state.participants.find(({ local }) => local)?.quality;
    const least = own === 'poor' || own === 'lost' ? poorKbps : videoKbps;
    const poor = (stats?.outgoingKbps ?? least) < least || (stats?.lostPercent ?? 0) > soundLostPercent;
    if (sendsSince === null || now - sendsSince < patienceMs - weakForMs || !poor) fairAt = now;
    if (now - fairAt >= weakForMs) {
      sendsSince = null;
      weak();
    }
    cancel = clock.after(everyMs, () => void look());
  };
  cancel = clock.after(everyMs, () => void look());
  return () => {
    stopped = true;
    cancel();
  };
}
