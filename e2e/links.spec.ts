import { expect, test } from './fixtures.js';
import { apiCustomer, send } from './lib/api.js';
import { customer, desk } from './lib/desk.js';
import { heard, signals } from './lib/signals.js';
import { routes, type JoinView } from '@carillon/contract';

const robots = {
  get: { method: 'GET' },
  head: { method: 'HEAD' },
  options: { method: 'OPTIONS' },
  range: { method: 'GET', headers: { range: 'bytes=0-32768' } },
  prefetch: { method: 'GET', headers: { 'sec-purpose': 'prefetch;prerender' } },
  slack: { method: 'GET', headers: { 'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' } },
  whatsapp: { method: 'GET', headers: { 'user-agent': 'WhatsApp/2.23.20.0 A' } },
  facebook: { method: 'GET', headers: { 'user-agent': 'facebookexternalhit/1.1' } },
};

test('robots and an idle browser never use a one-time link up (E-16, T3)', async ({
  stack,
  makeLink,
  browser,
  openAgent,
  openLink,
}) => {
  const url = await makeLink();
  const { code } = apiCustomer(stack.server.url, url);
  for (const [name, init] of Object.entries(robots))
    for (const target of [url, stack.server.url + routes.join(code)]) {
      const response = await fetch(target, { ...init, redirect: 'follow' });
      await response.arrayBuffer();
      // The page has no OPTIONS; whatever it says to one, nothing may break and nothing be used up.
      expect(response.status, `${name} ${target}`).toBeLessThan(name === 'options' ? 406 : 400);
    }
  const idle = await browser.newPage();
  await idle.goto(url);
  await expect(customer(idle).startAudio).toBeVisible();
  await idle.close();

  const view = await send<JoinView>(stack.server.url, 'GET', routes.join(code));
  expect(view.body.state).toBe('available');
  const agent = desk(await openAgent('ana'));
  await customer(await openLink(url)).startAudio.click();
  await agent.rings();
});

test('a one-time link is alive for the same browser and dead for another (LNK-14, E-14, E-15)', async ({
  openAgent,
  openLink,
  makeLink,
  newBrowser,
}) => {
  const url = await makeLink();
  const agent = desk(await openAgent('ana'));
  const mine = await newBrowser();
  const guest = customer(await openLink(url, mine));
  await guest.startAudio.click();
  await agent.rings();

  const stranger = customer(await openLink(url));
  await expect(stranger.notice, 'while it is leased').toContainText(/in use|already open/i);

  await agent.answer.click();
  await expect.poll(() => heard(guest.page, signals.agent), { timeout: 15_000 }).toBeGreaterThan(-40);
  await stranger.page.reload();
  await expect(stranger.notice, 'once it is used').toContainText(/already (been )?used/i);

  const tab = customer(await openLink(url, mine));
  await expect(tab.hangUp).toBeVisible({ timeout: 15_000 });
  await expect.poll(() => heard(tab.page, signals.agent), { timeout: 15_000 }).toBeGreaterThan(-40);

  await agent.hangUp.click();
  await expect(tab.ended).toBeVisible();
  await tab.page.reload();
  await expect(tab.notice, 'after the call it is used for everybody').toContainText(/already (been )?used/i);
});

test('an unknown link says the same as a malformed one and offers a next step (LNK-14)', async ({
  stack,
  openLink,
}) => {
  const unknown = customer(await openLink(`${stack.server.url}/j/abcdefghijklmnopqrstuQ`));
  const malformed = customer(await openLink(`${stack.server.url}/j/nonsense`));
  await expect(unknown.notice).toBeVisible();
  await expect(malformed.notice).toBeVisible();
  expect(await malformed.notice.innerText()).toBe(await unknown.notice.innerText());
});

test('a trailing full stop from a mail client does no harm', async ({ openLink, makeLink }) => {
  const guest = customer(await openLink(`${await makeLink()}.`));
  await expect(guest.startAudio).toBeVisible();
});

test('an expiry link may be used again (LNK-15)', async ({ openAgent, openLink, makeLink }) => {
  const url = await makeLink('reusable');
  const agent = desk(await openAgent('ana'));
  const guest = customer(await openLink(url));
  await guest.startAudio.click();
  await agent.rings();
  await agent.answer.click();
  await expect.poll(() => heard(guest.page, signals.agent), { timeout: 15_000 }).toBeGreaterThan(-40);
  await expect(agent.call.getByRole('timer').first()).toBeVisible();
  await guest.wake();
  await guest.hangUp.click();
  await expect(guest.ended).toBeVisible();
  await agent.wrapUp.getByRole('button', { name: /^Close/ }).click();
  await guest.ended.getByRole('button', { name: /again/i }).click();
  await guest.startAudio.click();
  await agent.rings();
});
