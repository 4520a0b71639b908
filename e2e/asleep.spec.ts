import type { Page } from '@playwright/test';
import { expect, test as base } from './fixtures.js';
import { chromiumArgs } from '../scripts/lib/browsers.mjs';
import { callTimer } from './lib/call-timer.js';
import { customer, desk } from './lib/desk.js';
import { bothHear } from './lib/in-call.js';
import type { OwnBrowser } from './lib/own-browser.js';
import { heard, longestPause, signals } from './lib/signals.js';

const soon = { timeout: 20_000 };
/** What the browser does to a tab after minutes behind others, it does after a second. */
const impatient = '--enable-features=IntensiveWakeUpThrottling:grace_period_seconds/1';

interface Call {
  url: string;
  browser: OwnBrowser;
  agent: ReturnType<typeof desk>;
  guest: ReturnType<typeof customer>;
}

/** Begins in a call whose customer has a browser of their own. */
const test = base.extend<{ call: Call }>({
  call: async ({ ownBrowser, openAgent, openLink, makeLink }, use) => {
    const browser = await ownBrowser({ args: [...chromiumArgs, impatient] });
    const agent = desk(await openAgent('ana'));
    const url = await makeLink();
    const guest = customer(await openLink(url, browser.context));
    await guest.startVideo.click();
    await agent.rings();
    await agent.answer.click();
    await bothHear(agent.page, guest.page);
    await use({ url, browser, agent, guest });
  },
});

test.beforeEach(async ({}, info) => info.setTimeout(120_000));

const unheard = (page: Page) => expect.poll(() => heard(page, signals.customer), soon).toBeLessThan(-90);
const visibility = (page: Page) => page.evaluate(() => document.visibilityState);

test('a tab behind another one is heard without a pause, hears, and counts right (F43)', async ({
  call: { browser, agent, guest },
}) => {
  const other = await browser.context.newPage();
  await other.bringToFront();
  await expect.poll(() => visibility(guest.page)).toBe('hidden');
  // Longer than the browser waits until it holds its timers back, to one a second and then one a minute.
  expect(await longestPause(agent.page, signals.customer, 4_000), 'no timer makes the sound').toBeLessThan(1_000);
  expect(await heard(guest.page, signals.agent)).toBeGreaterThan(-40);
  await expect
    .poll(async () => Math.abs((await callTimer(guest.page)) - (await callTimer(agent.page))), soon)
    .toBeLessThanOrEqual(1);
  await guest.page.bringToFront();
  await expect.poll(() => visibility(guest.page)).toBe('visible');
  await bothHear(agent.page, guest.page);
});

test('a machine that slept goes on with its call, and says of a call that ended meanwhile how it did (F44)', async ({
  call: { browser, agent, guest },
}) => {
  browser.sleep();
  await unheard(agent.page);
  browser.wake();
  await bothHear(agent.page, guest.page);

  browser.sleep();
  await unheard(agent.page);
  await agent.hangUp.click();
  await expect(agent.wrapUp.getByRole('textbox', { name: /Note/ })).toBeVisible();
  browser.wake();
  await expect(guest.ended).toContainText('Ana Kovač ended the call', soon);
});

test('a tab that was frozen shows what it missed, and one that crashed is in the call when it is opened again (F45)', async ({
  call: { url, browser, agent, guest },
  openLink,
}) => {
  const life = await browser.context.newCDPSession(guest.page);
  await life.send('Page.setWebLifecycleState', { state: 'frozen' });
  await agent.hold.click();
  await expect(agent.resume).toBeVisible();
  await expect(guest.call, 'nothing is told to a frozen page').not.toContainText('You are on hold');
  await life.send('Page.setWebLifecycleState', { state: 'active' });
  await expect(guest.call).toContainText('You are on hold', soon);
  await agent.resume.click();
  await bothHear(agent.page, guest.page);

  await browser.crash(guest.page);
  await unheard(agent.page);
  const again = await openLink(url, browser.context);
  await bothHear(agent.page, again);
  await expect(agent.hangUp).toBeVisible();
});
