import type { Page } from '@playwright/test';
import { apiAgent } from '../e2e/lib/api.js';
import { startStack } from '../e2e/lib/stack.js';
import { launch } from './lib/browser.js';
import { report, spread } from './lib/figures.js';
import { openPhone, phone4G } from './lib/phone.js';

// A customer taps a link on a phone that has never seen the page: when can they do the first thing on it?
const rounds = Number(process.env['ROUNDS'] ?? 20);
const stack = await startStack();
const maker = await apiAgent(stack.server.url, 'ben');

/** Notes, in the page, the first frame in which the pre-join screen has a button that can be pressed. */
const watchForPrejoin = () => {
  const buttonsIn = (root: ParentNode): HTMLButtonElement[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element instanceof HTMLButtonElement ? [element] : []),
      ...(element.shadowRoot ? buttonsIn(element.shadowRoot) : []),
    ]);
  const look = () => {
    const prejoin = document.querySelector('cc-call-link')?.shadowRoot?.querySelector('cc-prejoin')?.shadowRoot;
    const usable = prejoin && buttonsIn(prejoin).some((button) => !button.disabled && button.checkVisibility());
    if (usable) performance.mark('usable');
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

/** From the tap to the first button, and when each part of the page had arrived, in ms. */
async function coldLoad(page: Page, url: string) {
  // tsx compiles functions so that they call this helper, also where they run in a page, which does not have it.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(watchForPrejoin);
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0, undefined, {
    polling: 100,
    timeout: 30_000,
  });
  return page.evaluate(() => ({
    usable: performance.getEntriesByName('usable')[0]?.startTime ?? NaN,
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    files: performance
      .getEntriesByType('resource')
      .map((entry) => ({ name: new URL(entry.name).pathname, end: (entry as PerformanceResourceTiming).responseEnd })),
  }));
}

const usable: number[] = [];
const firstPaint: number[] = [];
let files: readonly { name: string; end: number }[] = [];
for (let round = 0; round <= rounds; round++) {
  const { url } = await maker.link({ displayName: 'Bench', configuration: 'default' });
  // A browser of its own for each: its code caches are as cold as its files.
  const browser = await launch();
  const { page } = await openPhone(browser);
  const loaded = await coldLoad(page, url);
  await browser.close();
  if (round === 0) continue; // the server's first answer is not the page's
  usable.push(loaded.usable);
  firstPaint.push(loaded.firstPaint);
  ({ files } = loaded);
}
await stack.stop();
const times = spread(usable);
const met = await report(
  'cold-link',
  [{ name: 'cold tap on a link to a usable pre-join on a 4G phone, median in ms', value: times.median, atMost: 1500 }],
  {
    unit: 'ms',
    phone: phone4G,
    usable: times,
    firstPaint: spread(firstPaint),
    lastRound: files.map(({ name, end }) => ({
      name: name.replace(/^\/v1\/join\/.*/, '/v1/join/…'),
      end: Math.round(end),
    })),
  },
);
process.exitCode = met ? 0 : 1;
