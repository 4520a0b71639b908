import type { Clock } from './clock.js';

/** Whether a server answers at all, in whatever way. Given up when `signal` says so. */
export type Knock = (url: string, signal?: AbortSignal) => Promise<boolean>;

/**
 * What is not answered by then is tried anew: a packet that got lost is sent again after longer and longer pauses. Every
 * fifth time is for lines on which an answer takes longer.
 */
const answerMs = [1_000, 1_000, 1_000, 1_000, 3_000];

/**
 * Knocks by WebSocket, as each one is a connection of its own that is gone when it is closed. A request by fetch would
 * wait for one of the six connections that a browser makes to a server, and those begun while the network was away go on
 * waiting for half a minute after it is back. Refused is answered, too.
 */
export function knockWith(clock: Clock): Knock {
  let knocks = 0;
  return (url, signal) =>
    new Promise((resolve) => {
      const ms = answerMs[knocks++ % answerMs.length] ?? 0;
      try {
        const socket = new WebSocket(url);
        const end = (answered: boolean) => {
          cancel();
          socket.onopen = socket.onerror = null;
          signal?.removeEventListener('abort', giveUp);
          // Also because a browser opens one WebSocket to an address after the other: the call's own is next.
          socket.close();
          resolve(answered);
        };
        const giveUp = () => end(false);
        signal?.addEventListener('abort', giveUp);
        const cancel = clock.after(ms, () => end(false));
        socket.onopen = socket.onerror = () => end(true);
      } catch {
        // A page that may not knock has to ask.
        resolve(true);
      }
    });
}
