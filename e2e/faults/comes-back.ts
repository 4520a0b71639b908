import type { Page } from '@playwright/test';
import type { LiveKit } from '../lib/livekit.js';
import { simulate } from '../lib/rooms.js';
import { hearsAt, heard, type Signal } from '../lib/signals.js';

/** One side of a call, and what it sends. */
export interface Side {
  readonly page: Page;
  readonly signal: Signal;
}

const now = () => performance.timeOrigin + performance.now();

/** Reloads a side. Ms from the reload until it hears the other side, and is heard. */
export async function reloadMs(side: Side, other: Side): Promise<number> {
  const start = now();
  await side.page.reload({ waitUntil: 'commit' });
  const hears = await hearsAt(side.page, other.signal);
  // By now the page that was left is silent at the other side.
  return Math.round(Math.max(hears, await hearsAt(other.page, side.signal)) - start);
}

/** Waits until neither side hears the other. */
export async function bothSilent(...sides: readonly [Side, Side]): Promise<void> {
  const [one, other] = sides;
  for (const [{ page }, { signal }] of [
    [one, other],
    [other, one],
  ] as const)
    for (const end = now() + 10_000; (await heard(page, signal)) > -60;)
      if (now() > end) throw new Error('still heard after 10 s');
}

/** Ends the media server as a crash would and starts it again. Ms from its being back until both sides hear. */
export async function mediaRestartMs(livekit: LiveKit, one: Side, other: Side, downMs = 0): Promise<number> {
  await livekit.crash();
  await bothSilent(one, other);
  await new Promise((resolve) => setTimeout(resolve, downMs));
  await livekit.start();
  const start = now();
  const heardAt = [await hearsAt(one.page, other.signal), await hearsAt(other.page, one.signal)];
  return Math.round(Math.max(...heardAt) - start);
}

/** Kinds of livekit-client's simulated faults after which a call goes on. */
export const scenarios = [
  'signal-reconnect',
  'resume-reconnect',
  'full-reconnect',
  'disconnect-signal-on-resume',
  'disconnect-signal-on-resume-no-messages',
  'node-failure',
  'migration',
  'server-leave',
] as const;

/** Lets a side meet a fault. Ms until both hear each other for good, 0 where nothing was missed. */
export async function scenarioMs(kind: string, side: Side, other: Side): Promise<number> {
  const start = now();
  await simulate(side.page, kind);
  const since = await Promise.all([heardForGood(side.page, other.signal), heardForGood(other.page, side.signal)]);
  return Math.max(0, Math.round(Math.max(...since) - start));
}

/** So long a tone has to be heard without a pause: the slowest of the kinds begins five seconds after it was asked for. */
const goodMs = 7_000;

/** Since when a page hears a tone, once that has lasted. */
const heardForGood = (page: Page, { toneHz }: Signal) =>
  page.evaluate(
    ([hz, lasting]) =>
      new Promise<number>((resolve, reject) => {
        const now = () => performance.timeOrigin + performance.now();
        const [asked, limit] = [now(), 40_000];
        let since = -Infinity;
        let silence = 0;
        const look = setInterval(() => {
          const hears = window.ccHeard(hz) > -40;
          // One look between two packets is no pause.
          silence = hears ? 0 : silence + 1;
          if (silence > 3) since = now();
          const lasts = now() - Math.max(since, asked);
          if (lasts < lasting && now() - asked < limit) return;
          clearInterval(look);
          if (lasts < lasting) reject(new Error(`not heard for good in ${limit} ms`));
          else resolve(since);
        }, 20);
      }),
    [toneHz, goodMs] as const,
  );
