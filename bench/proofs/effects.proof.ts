/**
 * `npm run proof -- effects`: a camera with a background effect is started 1,000 times in real calls: turned off and on,
 * pulled out, replaced by another one, its worker crashed, its model missing, the page loaded again, the way to the media
 * server lost, its picture's size and the effect changed in between. No raw frame may reach the receiver.
 */
import type { Browser, Page } from '@playwright/test';
import { apiAgent } from '../../e2e/lib/api.js';
import { customer, desk } from '../../e2e/lib/desk.js';
import {
  crashWorker,
  openCameraSettings,
  resize,
  seen,
  stripedCamera,
  switchCamera,
  unplug,
  watchLeaks,
  type Seen,
} from '../../e2e/lib/leak.js';
import { collectRooms, reconnectFully } from '../../e2e/lib/rooms.js';
import { instrumentPage, signals } from '../../e2e/lib/signals.js';
import { startStack, type Stack } from '../../e2e/lib/stack.js';
import { launch } from '../lib/browser.js';

type Agent = ReturnType<typeof desk>;

const asset = /\/effects\/.*\.(wasm|tflite)$/;

/** Ways in which a camera begins anew. */
const starts: Readonly<Record<string, (agent: Agent) => Promise<unknown>>> = {
  async 'off and on'({ call }) {
    await call.getByRole('button', { name: 'Turn camera off' }).click();
    await call.getByRole('button', { name: 'Turn camera on' }).click();
  },
  unplugged: ({ page }) => unplug(page),
  'another camera': async ({ page }) => {
    await openCameraSettings(page);
    await switchCamera(page);
    await page.keyboard.press('Escape');
  },
  'worker crashed': ({ page }) => crashWorker(page),
  'page loaded again': async (agent) => {
    await agent.page.reload();
    await agent.inCall();
  },
  'full reconnect': ({ page }) => reconnectFully(page),
  'another size': ({ page }) => resize(page, 640, 360),
  async 'effect switched'({ page, call }) {
    await openCameraSettings(page);
    const trace = call.locator('cc-background-settings').getByRole('checkbox', { name: 'Face trace' });
    for (let i = 0; i < 10; i++) await trace.click();
    await page.keyboard.press('Escape');
  },
  /** Veiled frames go out, or none; then the model is there after all. */
  async 'model missing'(agent) {
    const context = agent.page.context();
    await context.route(asset, (route) => route.fulfill({ status: 404 }));
    await agent.page.reload();
    await agent.inCall();
    const notice = agent.call.locator('cc-effect-notice');
    await notice.getByRole('alert').waitFor();
    await context.unroute(asset);
    await notice.getByRole('button', { name: 'Try again' }).click();
  },
};
/** One round: the first start of the call, and these. */
const order = [
  ...['off and on', 'off and on', 'unplugged', 'off and on', 'worker crashed', 'another camera', 'full reconnect'],
  ...['off and on', 'page loaded again', 'off and on', 'another size', 'unplugged', 'off and on', 'worker crashed'],
  ...['effect switched', 'another camera', 'off and on', 'model missing', 'off and on'],
];
const startsPerRound = order.length + 1;
export const rounds = 1_000 / startsPerRound;

interface Measurement extends Seen {
  readonly starts: number;
  /** After which start raw frames were seen, if after any. */
  readonly leaks: readonly string[];
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
      await collectRooms(page);
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
  const leaks: string[] = [];
  let raw = 0;
  for (const how of order) {
    await starts[how]?.(agent);
    await more(guest.page, 10).catch(() => Promise.reject(new Error(`no picture after: ${how}`)));
    const now = await seen(guest.page);
    if (now.raw > raw) leaks.push(how);
    raw = now.raw;
  }
  const result = await seen(guest.page);
  await agent.hangUp.click();
  await agent.wrapUp.getByRole('button', { name: /^Close/ }).click();
  await Promise.all([agent.page.context().close(), guest.page.context().close()]);
  return { starts: startsPerRound, leaks, ...result };
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
