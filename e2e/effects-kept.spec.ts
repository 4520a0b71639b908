import type { BrowserContext, Page } from '@playwright/test';
import { expect, goActive, test as base } from './fixtures.js';
import { customer, desk } from './lib/desk.js';
import { openCameraSettings, rawAfter, seen, stripedCamera, watchLeaks } from './lib/leak.js';
import { png } from './lib/png.js';
import { instrumentPage, signals } from './lib/signals.js';

const soon = { timeout: 90_000 };

interface Callers {
  /** An agent's page in a browser of its own, in which nothing was ever chosen. Its camera sees stripes. */
  openDesk(
    key: 'ana' | 'ben',
    context?: BrowserContext,
  ): Promise<{ agent: ReturnType<typeof desk>; context: BrowserContext }>;
  /** A customer calls and the agent answers. The customer's page looks for stripes. */
  callAt(agent: ReturnType<typeof desk>): Promise<Page>;
}

const test = base.extend<Callers>({
  openDesk: async ({ stack, newBrowser }, use) => {
    await use(async (key, given) => {
      const context = given ?? (await newBrowser());
      const page = await context.newPage();
      await instrumentPage(page, signals.agent);
      await stripedCamera(page, null);
      await page.goto(`${stack.deskUrl}?agent=${key}`);
      await goActive(page);
      return { agent: desk(page), context };
    });
  },
  callAt: async ({ newBrowser, makeLink }, use) => {
    await use(async (agent) => {
      const page = await (await newBrowser()).newPage();
      await instrumentPage(page, signals.customer);
      await watchLeaks(page);
      await page.goto(await makeLink());
      await customer(page).startVideo.click();
      await agent.rings();
      await agent.answer.click();
      await agent.inCall();
      return page;
    });
  },
});

test.beforeEach(async ({}, info) => info.setTimeout(400_000));

test('what an agent has chosen is on from the first frame in another browser, and nobody else has any of it (BGD-3, E-29)', async ({
  openDesk,
  callAt,
}) => {
  const first = await openDesk('ana');
  const { agent } = first;
  const guest = await callAt(agent);
  // The stripes are seen where nothing was chosen: what follows is not blind.
  await expect.poll(async () => (await seen(guest)).raw, soon).toBeGreaterThan(0);
  const settings = await openCameraSettings(agent.page);
  await settings.locator('input[type=file]').setInputFiles({
    name: 'Beach.png',
    mimeType: 'image/png',
    buffer: png(320, 180),
  });
  await expect(settings.getByRole('radio', { name: 'Beach' })).toBeChecked(soon);
  const kept = agent.page.waitForResponse(
    (response) =>
      response.url().endsWith('/v1/agent/background') &&
      response.request().method() === 'PUT' &&
      (response.request().postData() ?? '').includes('"blur"'),
  );
  await settings.locator('label').filter({ hasText: 'Blur' }).first().click();
  expect((await kept).status()).toBe(200);
  await agent.page.keyboard.press('Escape');
  await agent.hangUp.click();
  await agent.wrapUp.getByRole('button', { name: /^Close/ }).click();
  await expect(agent.wrapUp.getByRole('textbox', { name: /Note/ })).toBeHidden(soon);
  await first.context.close();

  const { agent: again } = await openDesk('ana');
  const other = await callAt(again);
  expect(await rawAfter(other, 10), 'in another browser').toBe(0);
  const there = await openCameraSettings(again.page);
  await expect(there.getByRole('radio', { name: 'Blur' })).toBeChecked();
  await expect(there.getByRole('radio', { name: 'Beach' })).toBeVisible(soon);
  await there.locator('label').filter({ hasText: 'Beach' }).click();
  await expect(there.getByRole('radio', { name: 'Beach' })).toBeChecked();
  expect(await rawAfter(other, 10), 'with the picture').toBe(0);
  expect(await again.page.evaluate(() => window.ccReports), 'reports of CSP and Trusted Types').toEqual([]);

  const { agent: ben } = await openDesk('ben');
  const third = await callAt(ben);
  await expect.poll(async () => (await seen(third)).raw, soon).toBeGreaterThan(0);
  const his = await openCameraSettings(ben.page);
  await expect(his.getByRole('radio', { name: 'None' })).toBeChecked();
  await expect(his.getByRole('radio', { name: 'Blur' })).toBeVisible();
  await expect(his.getByRole('radio', { name: 'Beach' })).toHaveCount(0);
});

test('nothing raw is sent while the server does not say what was chosen (E-29)', async ({
  newBrowser,
  openDesk,
  callAt,
}) => {
  const context = await newBrowser();
  await context.route('**/v1/agent/background', (route) =>
    route.request().method() === 'GET' ? undefined : route.continue(),
  );
  const { agent } = await openDesk('ana', context);
  const guest = await callAt(agent);
  expect(await rawAfter(guest, 10)).toBe(0);
  const settings = await openCameraSettings(agent.page);
  await settings.locator('label').filter({ hasText: 'None' }).click();
  await expect.poll(async () => (await seen(guest)).raw, soon).toBeGreaterThan(0);
});
