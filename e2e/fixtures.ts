import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { apiAgent } from './lib/api.js';
import { startOwnBrowser, type OwnBrowser, type OwnBrowserOptions } from './lib/own-browser.js';
import { instrumentPage, signals, type Signal } from './lib/signals.js';
import { startStack, type Stack, type StackOptions } from './lib/stack.js';

/** What a test does to a page before it goes anywhere, on top of the signal that it sends. */
export type Prepare = (page: Page) => Promise<unknown>;

export interface Parties {
  /** Settings of this test's servers. */
  stackOptions: StackOptions;
  /** Servers of this test's own, real and fresh. */
  stack: Stack;
  /** Opens the desk as one of the demo agents and goes Active. */
  openAgent(key: 'ana' | 'ben', context?: BrowserContext, signal?: Signal, prepare?: Prepare): Promise<Page>;
  /** Opens a call link as a customer. */
  openLink(url: string, context?: BrowserContext, prepare?: Prepare): Promise<Page>;
  /** A browser of its own, with microphone and camera allowed. */
  newBrowser(): Promise<BrowserContext>;
  /** A browser that is not Playwright's: with tabs that hide one another, settings, and sleep. */
  ownBrowser(options?: OwnBrowserOptions): Promise<OwnBrowser>;
  /** A new link, made by an agent who is not there for calls. */
  makeLink(configuration?: 'default' | 'reusable', displayName?: string): Promise<string>;
}

const open = async (context: BrowserContext, url: string, signal: Signal, prepare?: Prepare) => {
  const page = await context.newPage();
  await instrumentPage(page, signal);
  await prepare?.(page);
  await page.goto(url);
  return page;
};

export const test = base.extend<Parties>({
  stackOptions: [{}, { option: true }],
  stack: async ({ stackOptions }, use) => {
    const stack = await startStack(stackOptions);
    await use(stack);
    await stack.stop();
  },
  newBrowser: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({
        permissions: ['microphone', 'camera', 'clipboard-read', 'clipboard-write'],
        locale: 'en-GB',
      });
      contexts.push(context);
      return context;
    });
    for (const context of contexts) await context.close();
  },
  ownBrowser: async ({}, use) => {
    const browsers: OwnBrowser[] = [];
    await use(async (options) => {
      const browser = await startOwnBrowser(options);
      browsers.push(browser);
      return browser;
    });
    for (const browser of browsers) await browser.close();
  },
  openAgent: async ({ stack, newBrowser }, use) => {
    await use(async (key, context, signal = signals.agent, prepare) => {
      const page = await open(context ?? (await newBrowser()), `${stack.deskUrl}?agent=${key}`, signal, prepare);
      await goActive(page);
      return page;
    });
  },
  openLink: async ({ newBrowser }, use) => {
    await use(async (url, context, prepare) => open(context ?? (await newBrowser()), url, signals.customer, prepare));
  },
  makeLink: async ({ stack }, use) => {
    await use(async (configuration = 'default', displayName = 'Marija Horvat') => {
      const agent = await apiAgent(stack.server.url, 'ben');
      return (await agent.link({ displayName, configuration })).url;
    });
  },
});

/** Chooses Active and waits until the server has confirmed it. */
export async function goActive(page: Page): Promise<void> {
  const active = page.locator('cc-agent-status').getByRole('radio', { name: 'Active' });
  await active.check();
  await expect(active).toBeChecked();
}

export { expect };
