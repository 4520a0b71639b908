import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { violations } from './lib/axe.js';
import { customer } from './lib/desk.js';

/** Counts how often the document of a page is loaded. */
function countLoads(page: Page): () => number {
  let loads = 0;
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loads++;
  });
  return () => loads;
}

const sentence = (page: Page) => page.getByRole('alert');
const heading = 'This page could not be loaded';

for (const [file, reason] of [
  ['cc-page.js', 'internetdisconnected'],
  ['cc-widget.js', 'connectionreset'],
] as const)
  test(`a link page that loses ${file} says so and comes by itself`, async ({ newBrowser, makeLink }) => {
    const page = await (await newBrowser()).newPage();
    const loads = countLoads(page);
    await page.route(`**/${file}`, (route) => (loads() > 1 ? route.continue() : route.abort(reason)));
    // The page asks whether the server is there before it loads itself again, and waits here until it has been looked at.
    let seen!: () => void;
    const looked = new Promise<void>((resolve) => (seen = resolve));
    await page.route('**/j/*', async (route) => {
      if (route.request().method() === 'HEAD') await looked;
      await route.continue();
    });
    await page.goto(await makeLink());
    await expect(sentence(page)).toContainText(heading);
    await expect(page.getByRole('link', { name: 'Try again' })).toBeVisible();
    seen();

    await expect(customer(page).startAudio).toBeVisible();
    await expect(sentence(page)).toBeHidden();
    expect(loads()).toBe(2);
    const held = await page.evaluate(() => sessionStorage.getItem('cc-failed'));
    expect(held, 'nothing is held against a page that works').toBe(null);
  });

test('a link page whose script is never answered says so and comes by itself', async ({ newBrowser, makeLink }) => {
  const page = await (await newBrowser()).newPage();
  const loads = countLoads(page);
  await page.clock.install();
  await page.route('**/cc-widget.js', (route) => (loads() > 1 ? route.continue() : undefined));
  await page.goto(await makeLink(), { waitUntil: 'commit' });
  await expect(async () => {
    if (loads() === 1) await page.clock.runFor(15_000);
    expect(loads()).toBe(2);
  }).toPass();
  await expect(customer(page).startAudio).toBeVisible();
  expect(loads()).toBe(2);
});

test('a link page whose script fails each time stays with its words, and comes when the network is back', async ({
  newBrowser,
  makeLink,
}) => {
  const context = await newBrowser();
  const page = await context.newPage();
  const loads = countLoads(page);
  await page.clock.install();
  await page.route('**/cc-page.js', (route) => route.abort('internetdisconnected'));
  await page.goto(await makeLink());
  await expect(async () => {
    if (loads() < 4) await page.clock.runFor(16_000);
    expect(loads()).toBe(4);
  }).toPass();
  await expect(sentence(page)).toContainText(heading);
  await page.clock.runFor(120_000);
  expect(loads(), 'it does not go on for ever').toBe(4);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await violations(page), colorScheme).toEqual([]);
  }

  await page.getByRole('link', { name: 'Try again' }).click();
  await expect.poll(loads).toBe(5);
  await expect(sentence(page)).toBeVisible();

  await page.unroute('**/cc-page.js');
  await context.setOffline(true);
  await context.setOffline(false);
  await expect(customer(page).startAudio).toBeVisible();
  expect(loads()).toBe(6);
});

test('a look at the link that is never answered is asked again', async ({ newBrowser, makeLink }) => {
  const page = await (await newBrowser()).newPage();
  let asked = 0;
  await page.clock.install();
  await page.route('**/v1/join/*', (route) => (++asked > 1 ? route.continue() : undefined));
  await page.goto(await makeLink());
  await expect(page.getByRole('heading', { name: 'Opening your call link' })).toBeVisible();
  expect(asked, 'by the first script alone').toBe(1);
  await page.clock.runFor(11_000);
  await expect(customer(page).startAudio).toBeVisible();
});
