import { expect, test } from './fixtures.js';
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
