import { expect, test } from './fixtures.js';
import { violations } from './lib/axe.js';
import { customer, desk } from './lib/desk.js';
import { heard, signals } from './lib/signals.js';
import { routes, type JoinView } from '@carillon/contract';
import { apiCustomer, send } from './lib/api.js';

test('the network is checked on the real media server before a call, and the link stays unused (LNK-14)', async ({
  stack,
  makeLink,
  openAgent,
  openLink,
}) => {
  const url = await makeLink();
  const guest = customer(await openLink(url));
  const devices = guest.page.getByText('Devices and connection');
  await devices.click();

  await guest.page.getByRole('button', { name: 'Check my connection' }).click();
  await expect(guest.page.getByText('Your connection is good, with video too.')).toBeVisible({ timeout: 30_000 });
  await expect(guest.page.getByText(/^NET-2-udp-\d+ms-\d+k-\d+lost$/)).toBeVisible();
  const view = await send<JoinView>(stack.server.url, 'GET', routes.join(apiCustomer(stack.server.url, url).code));
  expect(view.body.state, 'the check used nothing up').toBe('available');

  // The same page goes on into a call that is heard.
  const agent = desk(await openAgent('ana'));
  await guest.startAudio.click();
  await agent.rings();
  await agent.answer.click();
  await expect.poll(() => heard(guest.page, signals.agent), { timeout: 15_000 }).toBeGreaterThan(-40);
});

test('a network that lets no media through is said to be blocked, and nobody is kept from trying', async ({
  makeLink,
  openLink,
}) => {
  const page = await openLink(await makeLink());
  await page.routeWebSocket(/./, (socket) => socket.close());
  const guest = customer(page);
  await page.getByText('Devices and connection').click();
  await page.getByRole('button', { name: 'Check my connection' }).click();
  await expect(page.getByText('No call gets through from here.')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('NET-0-media')).toBeVisible();
  await expect(guest.startAudio).toBeEnabled();
});

test('a customer records the microphone and hears themselves, and nothing of it leaves the page (DEV-1)', async ({
  makeLink,
  openLink,
}) => {
  const page = await openLink(await makeLink());
  await page.getByText('Devices and connection').click();
  const test = page.locator('cc-voice-test');
  await expect(test.getByRole('button', { name: 'Record and listen' })).toBeVisible();
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  await test.getByRole('button').click();
  await expect(test).toHaveAttribute('step', 'recording');
  await expect(test).toHaveAttribute('step', 'playing', { timeout: 15_000 });
  await expect(test).toHaveAttribute('step', 'heard', { timeout: 15_000 });
  await expect(test).toContainText('Did you hear yourself?');
  expect(sent).toEqual([]);
});

test('inside of an app the page leads out before it asks, and lets one listen all the same (E-25)', async ({
  browser,
  makeLink,
  openAgent,
  openLink,
}) => {
  const app = await browser.newContext({
    userAgent:
      'Mozilla/5.0 (Linux; Android 15; Pixel 9; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36 Instagram 380.0.0.0 Android',
    viewport: { width: 390, height: 844 },
  });
  // Such a browser has no devices at all, which no launch option can take away. The instruments of this test, which come
  // before the page, still find them.
  await app.addInitScript(() => {
    const { mediaDevices } = navigator;
    const get = () => (document.readyState === 'loading' ? mediaDevices : undefined);
    Object.defineProperty(navigator, 'mediaDevices', { get });
  });
  const url = await makeLink();
  const page = await openLink(url, app);
  const guest = customer(page);
  const way = page.locator('cc-open-elsewhere');
  await expect(page.getByText('Open the link in your browser, outside of the app.')).toBeVisible();
  await expect(page.locator('cc-media-permission svg.picture')).toBeVisible();
  await expect(way).toContainText('Open the menu of Instagram');
  await way.getByText('Use another device').click();
  await expect(way.getByRole('img', { name: 'QR code of this link' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => window.ccReports), 'the policy of the page holds').toEqual([]);

  const agent = desk(await openAgent('ana'));
  await page.getByRole('button', { name: 'Join without a microphone' }).click();
  await expect(guest.waiting).toBeVisible();
  await agent.rings();
  await agent.answer.click();
  await expect.poll(() => heard(page, signals.agent), { timeout: 15_000 }).toBeGreaterThan(-40);
});
