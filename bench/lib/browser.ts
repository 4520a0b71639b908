import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumArgs, chromiumArgsWithWebGl, findChromium } from '../../scripts/lib/browsers.mjs';
import { collectRooms } from '../../e2e/lib/rooms.js';
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
  await collectRooms(page);
  await page.goto(url);
  return page;
}
