import type { Page } from '@playwright/test';
import type { Signal } from '../../e2e/lib/signals.js';

/** What is 40 dB below the tone or more is silence (HLD-5). */
const silentBelow = -52;
/** So long nothing may be heard for it to count. */
const silentForMs = 1_000;

/**
 * Wall-clock time, in ms, at which a page heard a tone last, once it has not for a second. It is as exact as the 85 ms of
 * sound that each look is over. The pages of one machine share the clock.
 */
export const silentSince = (page: Page, { toneHz }: Signal): Promise<number> =>
  page.evaluate(
    ([hz, below, forMs]) =>
      new Promise<number>((resolve, reject) => {
        const start = performance.now();
        let last = start;
        const look = setInterval(() => {
          const now = performance.now();
          if (window.ccHeard(hz) > below) last = now;
          if (now - last < forMs && now - start < 20_000) return;
          clearInterval(look);
          if (now - last < forMs) reject(new Error('still heard after 20 s'));
          else resolve(performance.timeOrigin + last);
        }, 5);
      }),
    [toneHz, silentBelow, silentForMs] as const,
  );
