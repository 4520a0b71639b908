import type { Clock } from './clock.js';

/** Pauses between attempts to come back: at once, then longer, never more than three seconds (security.md §7.9). */
const retryMs = [0, 250, 500, 1_000, 2_000, 3_000];

/** Waits, but no longer than until the network is back. */
export function pause(clock: Clock, ms: number): Promise<void> {
  if (ms === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      removeEventListener('online', done);
      cancel();
      resolve();
    };
    const cancel = clock.after(ms, done);
    addEventListener('online', done);
  });
}

/** Gives something up that takes too long: a request into a network that is gone may hang for minutes. */
export function within<T>(clock: Clock, ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => reject(new Error('too late')));
    work.then(resolve, reject).finally(cancel);
  });
}

/** Tries again and again until an attempt answers true or it is over. */
export async function keepTrying(clock: Clock, attempt: () => Promise<boolean>, over: () => boolean): Promise<void> {
  for (let n = 0; !over(); n++) {
    await pause(clock, retryMs[Math.min(n, retryMs.length - 1)] ?? 0);
    if (over() || (await attempt())) return;
  }
}
