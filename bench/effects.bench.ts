/**
 * What blurring a background costs without a graphics card, beside @livekit/track-processors 0.8.1 and
 * @twilio/video-processors 3.2.0: the same clip from track to track, in one run. Compared is processor time per frame
 * over the whole browser, which repeats within a tenth; frames a second and waiting times depend on the machine's mood.
 */
import { chromium } from '@playwright/test';
import { chromiumArgsWithWebGl, findChromium } from '../scripts/lib/browsers.mjs';
import type { Contender } from './effects/contenders.js';
import { serveEffectsPage } from './effects/serve.js';
import { report } from './lib/figures.js';
import { cpuMsOf } from './lib/process-tree.js';

const seconds = Number(process.env['BENCH_SECONDS'] ?? 15);
const heights = [360, 720] as const;
const contenders: readonly Contender[] = ['none', 'ours', 'track-processors', 'twilio'];
const page = await serveEffectsPage();

interface Figure {
  readonly fps: number;
  readonly cpuMsPerFrame: number;
  readonly firstMs: number;
}

/** A browser of its own for each, so that its processor time is nobody else's. */
async function measure(contender: Contender, height: number): Promise<Figure> {
  const server = await chromium.launchServer({
    executablePath: findChromium() ?? 'chromium',
    args: chromiumArgsWithWebGl,
  });
  const browser = await chromium.connect(server.wsEndpoint());
  const tab = await browser.newPage();
  await tab.goto(page.url);
  await tab.waitForFunction(() => 'benchStart' in window);
  await tab.evaluate(([who, h]) => window.benchStart(who, h), [contender, height] as const);
  // Models are loaded and shaders compiled before the clock starts.
  await tab.waitForFunction(() => window.benchFrames().made >= 30, undefined, { timeout: 180_000 });
  const pid = server.process().pid ?? 0;
  const [cpu, at, { made }] = [cpuMsOf(pid), performance.now(), await tab.evaluate(() => window.benchFrames())];
  await tab.waitForTimeout(seconds * 1000);
  const after = await tab.evaluate(() => window.benchFrames());
  const elapsed = performance.now() - at;
  const frames = Math.max(1, after.made - made);
  const figure = {
    fps: (frames * 1000) / elapsed,
    cpuMsPerFrame: (cpuMsOf(pid) - cpu) / frames,
    firstMs: after.firstMs ?? NaN,
  };
  await server.close();
  return figure;
}

const figures: Record<string, Figure> = {};
for (const height of heights)
  for (const contender of contenders) {
    const figure = await measure(contender, height);
    figures[`${contender} ${height}`] = figure;
    const [cpu, fps, first] = [figure.cpuMsPerFrame, figure.fps, figure.firstMs].map((value) => value.toFixed(1));
    console.log(`${height}p ${contender}: ${cpu} ms a frame, ${fps} frames a second, first after ${first} ms`);
  }
page.close();

/** Cost of the effect alone: what the same page costs without one is taken off. */
const cost = (contender: Contender, height: number) =>
  (figures[`${contender} ${height}`]?.cpuMsPerFrame ?? NaN) - (figures[`none ${height}`]?.cpuMsPerFrame ?? 0);
const ratio = (other: Contender, height: number) => cost('ours', height) / cost(other, height);
const met = await report(
  'effects',
  [
    { name: 'blur, 360p: ours ÷ track-processors', value: ratio('track-processors', 360), atMost: 0.06 },
    { name: 'blur, 720p: ours ÷ track-processors', value: ratio('track-processors', 720), atMost: 0.04 },
    { name: 'blur, 360p: ours ÷ twilio', value: ratio('twilio', 360), atMost: 0.2 },
    { name: 'blur, 720p: ours ÷ twilio', value: ratio('twilio', 720), atMost: 0.1 },
    { name: '28 ÷ our frames a second at 720p', value: 28 / (figures['ours 720']?.fps ?? NaN), atMost: 1 },
    { name: 'our first frame that may be seen, 360p, ms', value: figures['ours 360']?.firstMs ?? NaN, atMost: 300 },
  ],
  { unit: 'ms of processor time per frame, 30 frames a second offered', figures },
);
process.exitCode = met ? 0 : 1;
