import { expect, test } from './fixtures.js';
import { apiCustomer, send } from './lib/api.js';
import { customer, desk } from './lib/desk.js';
import { heard, signals } from './lib/signals.js';
import { routes, type JoinView } from '@carillon/contract';

const agentOf = (userAgent: string) => ({ method: 'GET', headers: { 'user-agent': userAgent } });
const fetchers = {
  'a GET': { method: 'GET' },
  'a HEAD': { method: 'HEAD' },
  'an OPTIONS': { method: 'OPTIONS' },
  'a mail scanner that reads the first bytes': { method: 'GET', headers: { range: 'bytes=0-32768' } },
  'a browser that fetches ahead': { method: 'GET', headers: { 'sec-purpose': 'prefetch;prerender' } },
  'the preview of Slack': agentOf('Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)'),
  'the preview of WhatsApp': agentOf('WhatsApp/2.23.20.0 A'),
  'the preview of Facebook': agentOf('facebookexternalhit/1.1'),
};

/** A robot asks for everything that has the code in its address, and follows wherever that leads. */
const fetchAll = (init: RequestInit) => async (server: string, url: string) => {
  const { code } = apiCustomer(server, url);
  for (const target of [url, `${url}/`, `${url}?utm_source=mail`, server + routes.join(code)]) {
    const response = await fetch(target, { ...init, redirect: 'follow' });
    await response.arrayBuffer();
    // The page has no OPTIONS and no address with a slash behind; whatever is said to one, nothing may break.
    expect(response.status, target).toBeLessThan(500);
  }
};

test.describe('robots leave a one-time link as it is, nine of nine (E-16, T3)', () => {
  for (const [name, init] of Object.entries(fetchers))
    test(name, async ({ stack, makeLink }) => {
      const url = await makeLink();
      await fetchAll(init)(stack.server.url, url);
      await redeems(stack.server.url, url);
    });

  test('a browser that runs the page for ten seconds and touches nothing', async ({ stack, makeLink, browser }) => {
    const url = await makeLink();
    const context = await browser.newContext();
    const idle = await context.newPage();
    await idle.clock.install();
    await idle.goto(url);
    await expect(customer(idle).startAudio).toBeVisible();
    await idle.clock.runFor(10_000);
    await expect(customer(idle).startAudio).toBeVisible();
    await context.close();
    await redeems(stack.server.url, url);
  });
});

/** A customer comes after the robot, starts their call and has it. */
async function redeems(server: string, url: string): Promise<void> {
  const guest = apiCustomer(server, url);
  const view = await send<JoinView>(server, 'GET', routes.join(guest.code));
  expect(view.body.state).toBe('available');
  expect((await guest.redeem()).status).toBe(201);
  expect((await guest.leave()).status).toBe(200);
}

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
  await expect(guest.notice, 'the tab before').toContainText('goes on in another tab');
  await expect(tab.notice, 'the tab that has the call').toBeHidden();

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
