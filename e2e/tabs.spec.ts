import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { customer, desk } from './lib/desk.js';
import { heard, signals, type Signal } from './lib/signals.js';

// What nobody may hear, see or learn is never tried twice.
test.describe.configure({ retries: 0 });

const soon = { timeout: 30_000 };

test.beforeEach(async ({}, info) => info.setTimeout(240_000));

const hears = (page: Page, signal: Signal) => expect.poll(() => heard(page, signal), soon).toBeGreaterThan(-40);
const hearsNot = (page: Page, signal: Signal) => expect.poll(() => heard(page, signal), soon).toBeLessThan(-90);

/** The tab sends nothing, hears nothing and is in no room. */
async function isSilent(page: Page): Promise<void> {
  const media = () =>
    page.evaluate(() => [window.ccConnected(), window.ccLiveMicrophones(), window.ccOscillators] as const);
  await expect.poll(media, { ...soon, message: 'connections, microphones, ringing' }).toEqual([0, 0, 0]);
  await hearsNot(page, signals.customer);
}

/** Two tabs of Ana's, each with a tone of its own, and a customer. The first one leads. */
const tabs = test.extend<{
  theirs: BrowserContext;
  first: ReturnType<typeof desk>;
  second: ReturnType<typeof desk>;
  guest: ReturnType<typeof customer>;
}>({
  theirs: async ({ newBrowser }, use) => use(await newBrowser()),
  first: async ({ openAgent, theirs }, use) => use(desk(await openAgent('ana', theirs, signals.agent))),
  second: async ({ openAgent, theirs, first }, use) => {
    const page = await openAgent('ana', theirs, signals.colleague);
    await expect(page.getByText('Calls ring in another tab')).toBeVisible(soon);
    await expect(first.page.getByText('Calls ring in another tab')).toBeHidden();
    await use(desk(page));
  },
  guest: async ({ openLink, makeLink }, use) => use(customer(await openLink(await makeLink()))),
});

tabs(
  'a call goes to the tab that takes it over, the other falls silent, and gets it back when that one closes (F30)',
  async ({ first, second, guest }) => {
    await guest.startAudio.click();
    await first.rings();
    await first.answer.click();
    await hears(guest.page, signals.agent);
    await expect(second.call).toContainText('This call runs in another tab.', soon);
    await expect(second.hangUp).toBeHidden();
    await isSilent(second.page);

    await second.call.getByRole('button', { name: 'Take over here' }).click();
    await hears(guest.page, signals.colleague);
    await hears(second.page, signals.customer);
    await expect(first.call).toContainText('This call runs in another tab.', soon);
    await expect(first.hangUp).toBeHidden();
    await isSilent(first.page);
    await hearsNot(guest.page, signals.agent);

    await second.page.close();
    await hears(guest.page, signals.agent);
    await hears(first.page, signals.customer);
    await expect(first.hangUp).toBeVisible();
    await expect(guest.ended).toBeHidden();
    await first.hangUp.click();
    await expect(guest.ended).toBeVisible(soon);
  },
);
