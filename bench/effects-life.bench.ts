/**
 * What a background effect does over a camera's life, beside @livekit/track-processors 0.8.1 in the same run: how long a
 * receiver waits for the first frame after the camera was off, whether frames go on behind another tab, also when the
 * effect was started there, and what memory it holds, after many frames and after its end.
 */
import { chromium, type Page } from '@playwright/test';
import { startOwnBrowser } from '../e2e/lib/own-browser.js';
import { chromiumArgsWithWebGl, findChromium } from '../scripts/lib/browsers.mjs';
import type { Contender } from './effects/contenders.js';
import { serveEffectsPage } from './effects/serve.js';
import { report, spread } from './lib/figures.js';
import { memoryMiBOf } from './lib/process-tree.js';

const starts = Number(process.env['BENCH_STARTS'] ?? 20);
const frames = Number(process.env['BENCH_FRAMES'] ?? 2_000);
const seconds = Number(process.env['BENCH_SECONDS'] ?? 10);
const page = await serveEffectsPage('life-page');

/** Waits until so many frames have come out. A page that is hidden is asked from here: its own timers are slow. */
async function made(tab: Page, count: number, patienceMs = 240_000): Promise<boolean> {
  const until = performance.now() + patienceMs;
  while ((await tab.evaluate(() => window.lifeMade())) < count) {
    if (performance.now() > until) return false;
    await new Promise((done) => setTimeout(done, 250));
  }
  return true;
}

/** Opens the page in a browser of its own, so that its memory is nobody else's. */
async function alone<T>(work: (tab: Page, memory: () => Promise<number>) => Promise<T>): Promise<T> {
  const executablePath = findChromium() ?? 'chromium';
  const args = [...chromiumArgsWithWebGl, '--js-flags=--expose-gc'];
  const server = await chromium.launchServer({ executablePath, args });
  const browser = await chromium.connect(server.wsEndpoint());
  const tab = await browser.newPage();
  const session = await tab.context().newCDPSession(tab);
  await tab.goto(page.url);
  await tab.waitForFunction(() => 'lifeStart' in window);
  // What is only waiting to be collected, in the page or in a worker, is not held.
  const memory = async () => {
    await Promise.all(tab.workers().map((worker) => worker.evaluate('gc()')));
    await session.send('HeapProfiler.collectGarbage');
    await tab.waitForTimeout(2_000);
    await session.send('HeapProfiler.collectGarbage');
    return memoryMiBOf(server.process().pid ?? 0);
  };
  try {
    return await work(tab, memory);
  } finally {
    await server.close();
  }
}

const cameraOn = (contender: Contender, times: number) =>
  alone(async (tab) => {
    await tab.evaluate((who) => window.lifeStart(who, 360, 'sent'), contender);
    await made(tab, 10);
    const waits: number[] = [];
    for (let i = 0; i < times; i++) waits.push(await tab.evaluate(() => window.lifeOffAndOn()));
    console.log(`${contender}: first frame at the receiver ${JSON.stringify(spread(waits))} ms after the camera is on`);
    return spread(waits);
  });

const held = (contender: Contender, count: number) =>
  alone(async (tab, memory) => {
    // The clip and its frames are there before, whoever works on them.
    await tab.evaluate(() => window.lifeStart('none', 360));
    await made(tab, 30);
    const idle = await memory();
    await tab.evaluate((who) => window.lifeAdd(who), contender);
    await made(tab, 60);
    const early = await memory();
    const from = await tab.evaluate(() => window.lifeMade());
    if (count > 0) await made(tab, from + count);
    const late = await memory();
    await tab.evaluate(() => window.lifeDestroy());
    const after = await memory();
    const figures = { idle, working: early - idle, slope: late / early - 1, afterDestroy: after - idle };
    console.log(`${contender}: ${JSON.stringify(figures)} MiB`);
    return figures;
  });

/** Frames a second behind another tab, as a share of those at the front; `behind`: started there. */
async function hidden(contender: Contender, behind: boolean): Promise<number> {
  const { context, close } = await startOwnBrowser({ args: chromiumArgsWithWebGl });
  try {
    const tab = await context.newPage();
    await tab.goto(page.url);
    await tab.waitForFunction(() => 'lifeStart' in window);
    const other = await context.newPage();
    const rate = async () => {
      const [from, at] = [await tab.evaluate(() => window.lifeMade()), performance.now()];
      await new Promise((done) => setTimeout(done, seconds * 1000));
      return ((await tab.evaluate(() => window.lifeMade())) - from) / (performance.now() - at);
    };
    const to = async (front: Page, state: string) => {
      await front.bringToFront();
      await tab.waitForFunction((wanted) => document.visibilityState === wanted, state, { polling: 200 });
    };
    await to(behind ? other : tab, behind ? 'hidden' : 'visible');
    // Theirs waits for a frame that a hidden page does not show: its start is not waited for.
    void tab.evaluate((who) => window.lifeStart(who, 'device'), contender).catch(() => undefined);
    await made(tab, 20, 20_000);
    const first = await rate();
    await to(behind ? tab : other, behind ? 'visible' : 'hidden');
    await made(tab, (await tab.evaluate(() => window.lifeMade())) + 5, 20_000);
    const second = await rate();
    const share = behind ? first / second : second / first;
    console.log(`${contender}, started ${behind ? 'behind' : 'at the front'}: hidden ÷ visible ${share.toFixed(3)}`);
    return share;
  } finally {
    await close();
  }
}

const [ours, theirs] = [await cameraOn('ours', starts), await cameraOn('track-processors', Math.ceil(starts / 4))];
const memory = {
  ours: await held('ours', frames),
  'track-processors': await held('track-processors', 0),
  twilio: await held('twilio', 0),
};
const shown = { front: await hidden('ours', false), behind: await hidden('ours', true) };
const theirsShown = await hidden('track-processors', true);
page.close();

const met = await report(
  'effects-life',
  [
    {
      name: 'camera on to first remote frame: ours ÷ track-processors',
      value: ours.median / theirs.median,
      atMost: 0.25,
    },
    { name: 'hidden ÷ visible frames a second', value: shown.front, atLeast: 0.95 },
    { name: 'hidden ÷ visible frames a second, started hidden', value: shown.behind, atLeast: 0.95 },
    { name: `growth of memory over ${frames} frames, %`, value: memory.ours.slope * 100, atMost: 3 },
    { name: 'memory held after its end, MiB', value: memory.ours.afterDestroy, atMost: 40 },
  ],
  {
    firstRemoteFrameMs: { ours, 'track-processors': theirs },
    memoryMiB: memory,
    theirHiddenShareStartedHidden: theirsShown,
  },
);
process.exitCode = met ? 0 : 1;
