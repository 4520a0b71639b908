import type { Clock } from './clock.js';
import { pause } from './keep-trying.js';

/** A network that works has answered by then. */
const patienceMs = 1_500;
/** So many questions are open at once; the browser has six connections for all that a page asks of one server. */
const mostOpen = 3;
/** Longer than every question takes to fail by itself. */
const longestMs = 60_000;

/**
 * Asks, and while no answer comes asks anew each time that the server is found to be there again (`there`). The first
 * answer counts, to whichever question; a question that a network has swallowed may still be answered long after. Fails
 * when all questions have. Only for what may be asked twice.
 */
export async function askAgain<T>(
  clock: Clock,
  ask: () => Promise<T>,
  there: (signal: AbortSignal) => Promise<boolean>,
): Promise<T> {
  let open = 0;
  let settled = false;
  const over = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const settle = (end: () => void) => {
      settled = true;
      over.abort();
      cancel();
      end();
    };
    const cancel = clock.after(longestMs, () => settle(() => reject(new Error('too late'))));
    const again = () => {
      open++;
      ask().then(
        (answer) => settle(() => resolve(answer)),
        (error: Error & { readonly code?: string }) => {
          if (--open === 0 || error.code !== undefined) settle(() => reject(error));
        },
      );
    };
    const watch = async () => {
      while (!settled) {
        await pause(clock, patienceMs);
        // Until it is there again there is nothing to wait for but that.
        while (!settled && open < mostOpen && !(await there(over.signal)));
        while (!settled && open < mostOpen) again();
      }
    };
    again();
    void watch();
  });
}
