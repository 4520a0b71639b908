import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
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
export const party = async (browser: Browser, signal: Signal, url: string): Promise<Page> =>
  open(await browser.newContext({ permissions: ['microphone', 'camera'], locale: 'en-GB' }), signal, url);

/** The same in a context that there is. */
export async function open(context: BrowserContext, signal: Signal, url: string): Promise<Page> {
  const page = await context.newPage();
  // tsx compiles functions so that they call this helper, also where they run in a page, which does not have it.
  await page.addInitScript('globalThis.__name = (named) => named');
  await instrumentPage(page, signal);
  await collectRooms(page);
  await page.goto(url);
  return page;
}
