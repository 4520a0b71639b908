import type { Clock } from './clock.js';

/** Whether a server answers at all, in whatever way. Given up when `signal` says so. */
export type Knock = (url: string, signal?: AbortSignal) => Promise<boolean>;

/**
 * A knock that got no answer by then is begun anew, in milliseconds; the last holds for all further ones. The first are
 * short, as most losses are. Later ones leave the system time to ask three times by itself (TCP does so after 1 and 3 s):
 * Chromium counts each knock without an answer as a WebSocket that failed, and after a dozen of them it holds back a
 * page's next WebSocket, which is the call's own, by up to five seconds.
 */
const answerMs = [1_000, 1_000, 5_000];

/**
 * Knocks by WebSocket, as each one is a connection of its own that is gone when it is closed. A request by fetch would
 * wait for one of the six connections that a browser makes to a server, and those begun while the network was away go on
 * waiting for half a minute after it is back. Refused is answered, too.
 */
export function knockWith(clock: Clock): Knock {
  let knocks = 0;
  return (url, signal) =>
    new Promise((resolve) => {
      const ms = answerMs[Math.min(knocks++, answerMs.length - 1)] ?? 0;
      try {
        const socket = new WebSocket(url);
        const end = (answered: boolean) => {
          if (answered) knocks = 0;
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
