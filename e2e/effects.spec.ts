import type { BrowserContext, Page } from '@playwright/test';
import { expect, goActive, test as base } from './fixtures.js';
import { customer, desk } from './lib/desk.js';
import { crashWorker, rawAfter, seen, stripedCamera, unplug, watchLeaks } from './lib/leak.js';
import { instrumentPage, signals } from './lib/signals.js';

const soon = { timeout: 90_000 };
const asset = /\/effects\/.*\.(wasm|tflite)$/;

const test = base.extend<{ call: { agent: ReturnType<typeof desk>; guest: ReturnType<typeof customer> } }>({
  call: async ({ stack, newBrowser, makeLink }, use) => {
    const open = async (context: BrowserContext, url: string, prepare: (page: Page) => Promise<unknown>) => {
      const page = await context.newPage();
      await instrumentPage(page, url === stack.deskUrl ? signals.agent : signals.customer);
      await prepare(page);
      await page.goto(url === stack.deskUrl ? `${url}?agent=ana` : url);
      return page;
    };
    const agent = desk(await open(await newBrowser(), stack.deskUrl, (page) => stripedCamera(page)));
    await goActive(agent.page);
    const guest = customer(await open(await newBrowser(), await makeLink(), watchLeaks));
    await guest.startVideo.click();
    await agent.rings();
    await agent.answer.click();
    await agent.inCall();
    await use({ agent, guest });
  },
});

test.beforeEach(async ({}, info) => info.setTimeout(400_000));

test('an effect that was chosen earlier is on by itself, and nothing raw is ever sent (BGD-3, E-29)', async ({
  call: { agent, guest },
}) => {
  const { page } = agent;
  expect(await rawAfter(guest.page, 5), 'at the start').toBe(0);

  for (let i = 0; i < 2; i++) {
    await agent.call.getByRole('button', { name: 'Turn camera off' }).click();
    await agent.call.getByRole('button', { name: 'Turn camera on' }).click();
    expect(await rawAfter(guest.page, 5), 'after the camera was off').toBe(0);
  }

  await agent.mute.click();
  await agent.unmute.click();
  await unplug(page);
  expect(await rawAfter(guest.page, 5), 'after another camera').toBe(0);

  await agent.call.getByRole('button', { name: 'Settings' }).click();
  await agent.call.getByRole('tab', { name: 'Camera' }).click();
  const settings = agent.call.locator('cc-background-settings');
  await expect(settings.getByRole('radio', { name: 'Blur' })).toBeChecked();
  for (let i = 0; i < 6; i++) await settings.getByRole('checkbox', { name: 'Face trace' }).click();
  expect(await rawAfter(guest.page, 5), 'after switching effects').toBe(0);

  await crashWorker(page);
  expect(await rawAfter(guest.page, 5), 'after the worker has crashed').toBe(0);

  await page.reload();
  await agent.inCall();
  expect(await rawAfter(guest.page, 5), 'after a reload').toBe(0);
  expect(await page.evaluate(() => window.ccReports), 'reports of CSP and Trusted Types').toEqual([]);

  // The stripes can be seen once somebody wants them to be: the test above is not blind.
  await agent.call.getByRole('button', { name: 'Settings' }).click();
  await agent.call.getByRole('tab', { name: 'Camera' }).click();
  await settings.locator('label').filter({ hasText: 'None' }).click();
  await expect.poll(async () => (await seen(guest.page)).raw, soon).toBeGreaterThan(0);
});

test('a model that cannot be loaded is said and asked about, and nothing raw is sent until then (E-29)', async ({
  call: { agent, guest },
}) => {
  await agent.page.context().route(asset, (route) => route.fulfill({ status: 404 }));
  await agent.page.reload();
  await agent.inCall();
  const notice = agent.call.locator('cc-effect-notice');
  await expect(notice.getByRole('alert')).toContainText('could not be loaded', soon);
  expect(await rawAfter(guest.page, 5)).toBe(0);
  await notice.getByRole('button', { name: 'Show my camera without it' }).click();
  await expect.poll(async () => (await seen(guest.page)).raw, soon).toBeGreaterThan(0);
  await expect(notice).toBeHidden();
});
