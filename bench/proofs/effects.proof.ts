/**
 * `npm run proof -- effects`: a camera with a background effect is started 1,000 times in real calls, by turning it off
 * and on, pulling it out, crashing its worker and loading the page again; no raw frame may reach the receiver.
 */
import type { Browser, Page } from '@playwright/test';
import { apiAgent } from '../../e2e/lib/api.js';
import { customer, desk } from '../../e2e/lib/desk.js';
import { crashWorker, seen, stripedCamera, unplug, watchLeaks, type Seen } from '../../e2e/lib/leak.js';
import { instrumentPage, signals } from '../../e2e/lib/signals.js';
import { startStack, type Stack } from '../../e2e/lib/stack.js';
import { launch } from '../lib/browser.js';

const startsPerRound = 20;
export const rounds = 1_000 / startsPerRound;

interface Measurement extends Seen {
  readonly starts: number;
}

let world: Promise<readonly [Stack, Browser]> | undefined;

const open = async (browser: Browser, url: string, prepare: (page: Page) => Promise<unknown>) => {
  const context = await browser.newContext({ permissions: ['microphone', 'camera'], locale: 'en-GB' });
  const page = await context.newPage();
  // tsx compiles functions so that they call this helper, also where they run in a page, which does not have it.
  await page.addInitScript('globalThis.__name = (named) => named');
  await prepare(page);
  await page.goto(url);
  return page;
};

/** Waits until the receiver has seen so many frames more. */
async function more(page: Page, count: number): Promise<void> {
  const { frames } = await seen(page);
  await page.waitForFunction((wanted) => window.ccSeen.frames > wanted, frames + count, { timeout: 60_000 });
}

/** One call, in which the camera is started again and again, each time in another way. */
export async function round(): Promise<Measurement> {
  world ??= Promise.all([startStack(), launch({ webGl: true })]);
  const [stack, browser] = await world;
  const agent = desk(
    await open(browser, `${stack.deskUrl}?agent=ana`, async (page) => {
      await instrumentPage(page, signals.agent);
      await stripedCamera(page);
    }),
  );
  await agent.status.getByRole('radio', { name: 'Active' }).check();
  const maker = await apiAgent(stack.server.url, 'ben');
  const { url } = await maker.link({ displayName: 'Proof', configuration: 'default' });
  const guest = customer(
    await open(browser, url, async (page) => {
      await instrumentPage(page, signals.customer);
      await watchLeaks(page);
    }),
  );
  await guest.startVideo.click();
  await agent.rings();
  await agent.answer.click();
  await agent.inCall();
  await more(guest.page, 10);
  for (let start = 1; start < startsPerRound; start++) {
    if (start % 10 === 9) {
      await agent.page.reload();
      await agent.inCall();
    } else if (start % 10 === 4) await crashWorker(agent.page);
    else if (start % 5 === 2) await unplug(agent.page);
    else {
      await agent.call.getByRole('button', { name: 'Turn camera off' }).click();
      await agent.call.getByRole('button', { name: 'Turn camera on' }).click();
    }
    await more(guest.page, 10);
  }
  const result = await seen(guest.page);
  await agent.hangUp.click();
  await agent.wrapUp.getByRole('button', { name: /^Close/ }).click();
  await Promise.all([agent.page.context().close(), guest.page.context().close()]);
  return { starts: startsPerRound, ...result };
}

export async function close(): Promise<void> {
  if (!world) return;
  const [stack, browser] = await world;
  await browser.close();
  await stack.stop();
}

export function summary(measurements: readonly Measurement[]) {
  const sum = (of: 'starts' | 'frames' | 'raw') => measurements.reduce((total, one) => total + one[of], 0);
  const text = `${sum('raw')} raw of ${sum('frames')} frames in ${sum('starts')} starts`;
  return { text, holds: sum('raw') === 0 };
}
