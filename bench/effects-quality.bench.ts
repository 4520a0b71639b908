/**
 * How exactly the person is found, beside @livekit/track-processors 0.8.1 and @twilio/video-processors 3.2.0: told by
 * what each really makes of the same frames, one after another and without a clock, so that a run repeats the one before.
 */
import { chromium } from '@playwright/test';
import { chromiumArgsWithWebGl, findChromium } from '../scripts/lib/browsers.mjs';
import type { ClipName } from '../packages/call/src/effects/testing/paths.js';
import type { Product } from './effects/quality-makers.js';
import type { Quality } from './effects/quality-page.js';
import { serveEffectsPage } from './effects/serve.js';
import { report } from './lib/figures.js';

const frames = 40;
/** Where each clip is looked at: while something happens in it. */
const starts: Readonly<Record<ClipName, number>> = { talk: 0, move: 50, two: 30, hand: 28, leave: 55 };
const compared: readonly ClipName[] = ['talk', 'move'];
const ours: readonly Product[] = ['ours i420 1', 'ours webgl 1'];
const everySecond: readonly Product[] = ['ours i420 2', 'ours webgl 2'];
const others: readonly Product[] = ['track-processors', 'twilio'];
/** The sensor's noise, and another. */
const [noise, otherNoise] = [1000, 7];

const page = await serveEffectsPage('quality-page');
const browser = await chromium.launch({ executablePath: findChromium() ?? 'chromium', args: chromiumArgsWithWebGl });
const figures: Record<string, Quality> = {};
const keyOf = (product: Product, clip: ClipName, height: number, seed = noise) =>
  `${product}, ${clip} ${height}p${seed === noise ? '' : ', other noise'}`;

/** A page of its own for each: what one leaves behind is nobody else's. */
async function measure(product: Product, clip: ClipName, height: number, seed = noise): Promise<void> {
  const tab = await browser.newPage();
  await tab.goto(page.url);
  await tab.waitForFunction(() => 'benchQuality' in window);
  const run = { product, clip, from: starts[clip], frames, height, seed };
  const { iou, flicker } = await tab.evaluate((asked) => window.benchQuality(asked), run);
  await tab.close();
  const key = keyOf(product, clip, height, seed);
  figures[key] = { iou: Number(iou.toFixed(4)), flicker: Math.round(flicker) };
  console.log(`${key}: IoU ${iou.toFixed(4)}, flicker ${flicker.toFixed(0)}`);
}

for (const clip of compared) {
  for (const product of [...ours, ...everySecond, ...others]) await measure(product, clip, 360);
  for (const product of [...ours, ...others]) await measure(product, clip, 720);
  for (const product of [...ours, 'twilio'] as const) await measure(product, clip, 360, otherNoise);
}
for (const clip of ['two', 'hand', 'leave'] as const)
  for (const product of [...ours, ...everySecond, 'twilio'] as const) await measure(product, clip, 360);
await browser.close();
page.close();

const of = (product: Product, clip: ClipName, height = 360, seed = noise) =>
  figures[keyOf(product, clip, height, seed)] ?? { iou: NaN, flicker: NaN };
const worst = (clip: ClipName, height: number, seed: number) =>
  Math.min(...ours.map((product) => of(product, clip, height, seed).iou));
const goals = compared.flatMap((clip) => [
  ...[
    [360, noise],
    [720, noise],
    [360, otherNoise],
  ].map(([height = 0, seed = 0]) => ({
    name: `IoU, ${clip} ${height}p${seed === noise ? '' : ', other noise'}: ours ÷ twilio, in thousandths`,
    value: (1000 * worst(clip, height, seed)) / of('twilio', clip, height, seed).iou,
    atLeast: 1000,
  })),
  {
    name: `flicker, ${clip} 360p: ours ÷ twilio`,
    value: Math.max(...ours.map((product) => of(product, clip).flicker)) / of('twilio', clip).flicker,
    atMost: 1,
  },
  {
    name: `IoU, ${clip} 360p: what a mask every second frame loses, in thousandths`,
    value: 1000 * Math.max(...ours.map((product, i) => of(product, clip).iou - of(everySecond[i]!, clip).iou)),
    atMost: 5,
  },
]);
const met = await report('effects-quality', goals, { unit: `mean of ${frames} frames`, figures });
process.exitCode = met ? 0 : 1;
