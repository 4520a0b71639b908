import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumArgs, chromiumArgsWithWebGl, findChromium } from '../../scripts/lib/browsers.mjs';
import { instrumentPage, type Signal } from '../../e2e/lib/signals.js';

/** Starts the system's Chromium with the flags of the tests; effects need WebGL. */
export const launch = ({ webGl = false } = {}): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    args: webGl ? chromiumArgsWithWebGl : chromiumArgs,
    headless: true,
  });

/** A page in a context of its own that sends a signal instead of a camera. */
export async function party(browser: Browser, signal: Signal, url: string): Promise<Page> {
  const context = await browser.newContext({ permissions: ['microphone', 'camera'], locale: 'en-GB' });
  const page = await context.newPage();
  // tsx compiles functions so that they call this helper, also where they run in a page, which does not have it.
  await page.addInitScript('globalThis.__name = (named) => named');
  await instrumentPage(page, signal);
  await page.goto(url);
  return page;
}

/** Wall-clock time, in ms, at which a page first hears a tone. The pages of one machine share the clock. */
export const hearsAt = (page: Page, { toneHz }: Signal): Promise<number> =>
  page.evaluate(
    (hz) =>
      new Promise<number>((resolve, reject) => {
        const start = performance.now();
        const look = setInterval(() => {
          if (window.ccHeard(hz) > -40) {
            clearInterval(look);
            resolve(performance.timeOrigin + performance.now());
          } else if (performance.now() - start > 20_000) {
            clearInterval(look);
            reject(new Error('nothing heard in 20 s'));
          }
        }, 5);
      }),
    toneHz,
  );
