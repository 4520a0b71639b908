import type { Page } from '@playwright/test';
import { expect } from './fixtures.js';
import { test } from './lib/call-from.js';
import { openCameraSettings, rawAfter, seesStripes, soon, stripedCamera } from './lib/leak.js';
import { png } from './lib/png.js';

/** A camera of stripes in a browser in which nothing was ever chosen. */
const camera = (page: Page) => stripedCamera(page, null);

test.beforeEach(async ({}, info) => info.setTimeout(400_000));

test('what an agent has chosen is on from the first frame in another browser, and nobody else has any of it (BGD-3, E-29)', async ({
  callFrom,
}) => {
  const { agent, guest } = await callFrom(camera);
  // The stripes are seen where nothing was chosen: what follows is not blind.
  await seesStripes(guest.page);
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
  await agent.page.context().close();

  const { agent: again, guest: other } = await callFrom(camera);
  expect(await rawAfter(other.page, 10), 'in another browser').toBe(0);
  const there = await openCameraSettings(again.page);
  await expect(there.getByRole('radio', { name: 'Blur' })).toBeChecked();
  await expect(there.getByRole('radio', { name: 'Beach' })).toBeVisible(soon);
  await there.locator('label').filter({ hasText: 'Beach' }).click();
  await expect(there.getByRole('radio', { name: 'Beach' })).toBeChecked();
  expect(await rawAfter(other.page, 10), 'with the picture').toBe(0);
  expect(await again.page.evaluate(() => window.ccReports), 'reports of CSP and Trusted Types').toEqual([]);

  const { agent: ben, guest: third } = await callFrom(camera, { key: 'ben' });
  await seesStripes(third.page);
  const his = await openCameraSettings(ben.page);
  await expect(his.getByRole('radio', { name: 'None' })).toBeChecked();
  await expect(his.getByRole('radio', { name: 'Blur' })).toBeVisible();
  await expect(his.getByRole('radio', { name: 'Beach' })).toHaveCount(0);
});

test('nothing raw is sent while the server does not say what was chosen (E-29)', async ({ newBrowser, callFrom }) => {
  const context = await newBrowser();
  await context.route('**/v1/agent/background', (route) =>
    route.request().method() === 'GET' ? undefined : route.continue(),
  );
  const { agent, guest } = await callFrom(camera, { context });
  expect(await rawAfter(guest.page, 10)).toBe(0);
  const settings = await openCameraSettings(agent.page);
  await settings.locator('label').filter({ hasText: 'None' }).click();
  await seesStripes(guest.page);
});
