import { chromiumArgs } from '../scripts/lib/browsers.mjs';
import { expect, goActive, test } from './fixtures.js';
import { customer, desk } from './lib/desk.js';
import { rawAfter, seen, stripedCamera, watchLeaks } from './lib/leak.js';
import { instrumentPage, signals } from './lib/signals.js';

/** As on a machine without a graphics card, from Chrome 139 on: WebGL is not even emulated. */
const withoutWebGl = [...chromiumArgs, '--disable-3d-apis', '--disable-software-rasterizer', '--disable-webgl'];

test('an effect works without WebGL, under the strict policy, and nothing raw is sent (BGD-1, E-29)', async ({
  stack,
  ownBrowser,
  newBrowser,
  makeLink,
}, info) => {
  info.setTimeout(200_000);
  const { context } = await ownBrowser({ args: withoutWebGl });
  const [page, other] = [await context.newPage(), await (await newBrowser()).newPage()];
  await instrumentPage(page, signals.agent);
  await stripedCamera(page);
  await page.goto(`${stack.deskUrl}?agent=ana`);
  expect(await page.evaluate(() => document.createElement('canvas').getContext('webgl2'))).toBe(null);
  await goActive(page);
  await instrumentPage(other, signals.customer);
  await watchLeaks(other);
  await other.goto(await makeLink());
  const [agent, guest] = [desk(page), customer(other)];
  await guest.startVideo.click();
  await agent.rings();
  await agent.answer.click();
  await agent.inCall();

  expect(await rawAfter(other, 30), 'veiled, then sharp').toBe(0);
  const notice = agent.call.locator('cc-effect-notice');
  await expect(notice).toHaveAttribute('empty');
  await agent.call.getByRole('button', { name: 'Settings' }).click();
  await agent.call.getByRole('tab', { name: 'Camera' }).click();
  const settings = agent.call.locator('cc-background-settings');
  // The hint that stands there while everything is veiled has gone: the model of the second engine runs.
  await expect(settings.locator('p[role=status]')).toHaveText('');
  expect(await page.evaluate(() => window.ccReports), 'reports of CSP and Trusted Types').toEqual([]);

  // The stripes are seen once somebody wants them to be: the test above is not blind.
  await settings.locator('label').filter({ hasText: 'None' }).click();
  await expect.poll(async () => (await seen(other)).raw, { timeout: 90_000 }).toBeGreaterThan(0);
});
