import { chromium, type Browser } from '@playwright/test';
import { chromiumArgs } from '../../scripts/lib/browsers.mjs';
import { apiAgent } from '../lib/api.js';
import { customer, desk } from '../lib/desk.js';
import { instrumentPage, signals, type Signal } from '../lib/signals.js';
import { startStack, type Stack, type StackOptions } from '../lib/stack.js';
import { watchPage } from './open-pages.js';
import { openPartyNetwork, openServerNetwork, serverAddress, type PartyNetwork } from './party-network.js';
import { heardSteadily, recordPage } from './record-page.js';

/** A call of which each side has a line of its own. */
export interface LinesCall {
  readonly stack: Stack;
  readonly agent: ReturnType<typeof desk>;
  readonly guest: ReturnType<typeof customer>;
  readonly lines: { readonly agent: PartyNetwork; readonly customer: PartyNetwork };
}

/** A page in a browser at the end of a line. Devices need a page that counts as secure. */
export async function openOnLine(line: PartyNetwork, signal: Signal, url: string, origins: readonly string[]) {
  const browser = await chromium.launch({
    executablePath: line.browser,
    args: [...chromiumArgs, `--unsafely-treat-insecure-origin-as-secure=${origins.join(',')}`],
    headless: true,
  });
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  watchPage(page);
  // tsx compiles functions so that they call this helper, also where they run in a page, which does not have it.
  await page.addInitScript('globalThis.__name = (named) => named');
  await instrumentPage(page, signal);
  await recordPage(page, signal === signals.agent ? signals.customer : signals.agent);
  await page.goto(url);
  return { browser, page };
}

/** Runs work in a call in which both hear each other, and puts everything away. */
export async function withLinesCall<T>(
  work: (call: LinesCall) => Promise<T>,
  { medium = 'audio', ...options }: StackOptions & { readonly medium?: 'audio' | 'video' } = {},
): Promise<T> {
  openServerNetwork();
  const lines = { agent: await openPartyNetwork(1), customer: await openPartyNetwork(2) };
  const stack = await startStack({ ...options, host: serverAddress });
  const browsers: Browser[] = [];
  try {
    const origins = [new URL(stack.deskUrl).origin, stack.server.url];
    const at = async (line: PartyNetwork, signal: Signal, url: string) => {
      const { browser, page } = await openOnLine(line, signal, url, origins);
      browsers.push(browser);
      return page;
    };
    const agent = desk(await at(lines.agent, signals.agent, `${stack.deskUrl}?agent=ana`));
    await agent.status.getByRole('radio', { name: 'Active' }).check();
    const maker = await apiAgent(stack.server.url, 'ben');
    const { url } = await maker.link({ displayName: 'Marija Horvat', configuration: 'default' });
    const guest = customer(await at(lines.customer, signals.customer, url));
    await (medium === 'video' ? guest.startVideo : guest.startAudio).click();
    await agent.rings();
    await agent.answer.click();
    await Promise.all([agent, guest].map(({ page }) => heardSteadily(page, 1_000, 30_000)));
    return await work({ stack, agent, guest, lines });
  } finally {
    for (const browser of browsers) await browser.close().catch(() => undefined);
    await stack.stop();
  }
}
