import { chromiumArgs } from '../scripts/lib/browsers.mjs';
import { expect } from './fixtures.js';
import { test } from './lib/call-from.js';
import { openCameraSettings, rawAfter, seesStripes, stripedCamera } from './lib/leak.js';

/** As on a machine without a graphics card, from Chrome 139 on: WebGL is not even emulated. */
const withoutWebGl = [...chromiumArgs, '--disable-3d-apis', '--disable-software-rasterizer', '--disable-webgl'];

test('an effect works without WebGL, under the strict policy, and nothing raw is sent (BGD-1, E-29)', async ({
  ownBrowser,
  callFrom,
}, info) => {
  info.setTimeout(200_000);
  const { context } = await ownBrowser({ args: withoutWebGl });
  const { agent, guest } = await callFrom(stripedCamera, { context });
  const { page } = agent;
  expect(await page.evaluate(() => document.createElement('canvas').getContext('webgl2'))).toBe(null);

  expect(await rawAfter(guest.page, 30), 'veiled, then sharp').toBe(0);
  const notice = agent.call.locator('cc-effect-notice');
  await expect(notice).toHaveAttribute('empty');
  const settings = await openCameraSettings(page);
  // The hint that stands there while everything is veiled has gone: the model of the second engine runs.
  await expect(settings.locator('p[role=status]')).toHaveText('');
  expect(await page.evaluate(() => window.ccReports), 'reports of CSP and Trusted Types').toEqual([]);

  // The stripes are seen once somebody wants them to be: the test above is not blind.
  await settings.locator('label').filter({ hasText: 'None' }).click();
  await seesStripes(guest.page);
});
