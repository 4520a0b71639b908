import { chromium } from '@playwright/test';
import lighthouse, { type Flags } from 'lighthouse';
import { apiAgent } from '../e2e/lib/api.js';
import { freeTcpPort } from '../e2e/lib/ports.js';
import { startStack } from '../e2e/lib/stack.js';
import { chromiumArgs, findChromium } from '../scripts/lib/browsers.mjs';
import { quantile, report } from './lib/figures.js';

// Lighthouse on the link page before the join intent, on its emulated phone (slow 4G, processor slowed down four times).
const rounds = Number(process.env['ROUNDS'] ?? 5);
const metrics = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'speed-index'] as const;

/** One audit in a browser that has never seen the page. */
async function audit(url: string) {
  const port = await freeTcpPort();
  const args = [...chromiumArgs, `--remote-debugging-port=${port}`];
  const browser = await chromium.launch({ executablePath: findChromium() ?? 'chromium', args });
  try {
    const flags: Flags = { port, onlyCategories: ['performance', 'accessibility'], logLevel: 'error' };
    const result = await lighthouse(url, flags);
    if (!result || result.lhr.runtimeError) throw new Error(result?.lhr.runtimeError?.message ?? 'no result');
    const { categories, audits, environment, lighthouseVersion } = result.lhr;
    return {
      lighthouseVersion,
      benchmarkIndex: environment.benchmarkIndex,
      performance: 100 * (categories['performance']?.score ?? 0),
      accessibility: 100 * (categories['accessibility']?.score ?? 0),
      ...Object.fromEntries(metrics.map((name) => [name, Math.round(audits[name]?.numericValue ?? NaN)])),
      layoutShift: audits['cumulative-layout-shift']?.numericValue ?? NaN,
      failed: Object.values(audits)
        .filter(({ score, scoreDisplayMode }) => score === 0 && scoreDisplayMode === 'binary')
        .map(({ id }) => id),
    };
  } finally {
    await browser.close();
  }
}

const stack = await startStack();
const maker = await apiAgent(stack.server.url, 'ben');
const audits: Awaited<ReturnType<typeof audit>>[] = [];
for (let round = 0; round < rounds; round++) {
  const { url } = await maker.link({ displayName: 'Bench', configuration: 'default' });
  audits.push(await audit(url));
}
await stack.stop();
const median = (values: readonly number[]) =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
const met = await report(
  'lighthouse',
  [
    {
      name: 'Lighthouse performance of the link page, median',
      value: median(audits.map((one) => one.performance)),
      atLeast: 95,
    },
    {
      name: 'Lighthouse accessibility of the link page, least',
      value: Math.min(...audits.map((one) => one.accessibility)),
      atLeast: 95,
    },
  ],
  { unit: 'points of 100', formFactor: 'mobile', audits },
);
process.exitCode = met ? 0 : 1;
