import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { chromiumArgs, chromiumHelp, findChromium } from '../../scripts/lib/browsers.mjs';
import { startChild } from './child.js';

export interface OwnBrowserOptions {
  /** Flags of the browser, those of the tests unless given. */
  readonly args?: readonly string[];
  /** Settings of its profile, as a person or a company makes them. */
  readonly preferences?: object;
}

/** A browser as a person has it: its tabs hide one another, it has a profile of its own, and its machine may fall asleep. */
export interface OwnBrowser {
  readonly context: BrowserContext;
  /** Stops all its processes in the middle of whatever they do. */
  sleep(): void;
  wake(): void;
  /** Crashes a tab. Playwright is done with such a page: whatever is asked of it fails. */
  crash(page: Page): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts Chromium without what Playwright changes in one: there every tab is at the front, and none is ever slowed down.
 */
export async function startOwnBrowser({
  args = chromiumArgs,
  preferences = {},
}: OwnBrowserOptions = {}): Promise<OwnBrowser> {
  const command = findChromium();
  if (!command) throw new Error(chromiumHelp);
  const profile = await mkdtemp(join(tmpdir(), 'carillon-browser-'));
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const own = ['--headless', '--mute-audio', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
  // A group of its own: what is said to that is said to all of the browser's processes.
  const child = startChild(command, [...args, ...own], {}, { detached: true });
  const tell = (signal: NodeJS.Signals) => process.kill(-(child.process.pid ?? 0), signal);
  const [, endpoint = ''] = /(ws:\S+)/.exec(await child.line(/DevTools listening on/)) ?? [];
  const browser = await chromium.connectOverCDP(endpoint, { noDefaults: true });
  const [context] = browser.contexts();
  if (!context) throw new Error('the browser has no profile');
  return {
    context,
    sleep: () => tell('SIGSTOP'),
    wake: () => tell('SIGCONT'),
    async crash(page) {
      const crashed = page.waitForEvent('crash');
      const session = await context.newCDPSession(page);
      // Nobody is left to answer it.
      session.send('Page.crash').catch(() => undefined);
      await crashed;
    },
    async close() {
      tell('SIGCONT');
      await child.stop('SIGTERM');
      await browser.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
