import { expect } from './fixtures.js';
import { test } from './lib/call-from.js';
import { crashWorker, openCameraSettings, rawAfter, seesStripes, soon, stripedCamera, unplug } from './lib/leak.js';

const asset = /\/effects\/.*\.(wasm|tflite)$/;

test.beforeEach(async ({}, info) => info.setTimeout(400_000));

test('an effect that was chosen earlier is on by itself, and nothing raw is ever sent (BGD-3, E-29)', async ({
  callFrom,
}) => {
  const { agent, guest } = await callFrom(stripedCamera);
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

  const settings = await openCameraSettings(page);
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
  await openCameraSettings(page);
  await settings.locator('label').filter({ hasText: 'None' }).click();
  await seesStripes(guest.page);
});

test('a model that cannot be loaded is said and asked about, and nothing raw is sent until then (E-29)', async ({
  callFrom,
}) => {
  const { agent, guest } = await callFrom(stripedCamera);
  await agent.page.context().route(asset, (route) => route.fulfill({ status: 404 }));
  await agent.page.reload();
  await agent.inCall();
  const notice = agent.call.locator('cc-effect-notice');
  await expect(notice.getByRole('alert')).toContainText('could not be loaded', soon);
  expect(await rawAfter(guest.page, 5)).toBe(0);
  await notice.getByRole('button', { name: 'Show my camera without it' }).click();
  await seesStripes(guest.page);
  await expect(notice).toBeHidden();
});
