import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { violations } from './lib/axe.js';
import { customer, desk } from './lib/desk.js';
import { tabTo } from './lib/keyboard.js';
import { heard, signals } from './lib/signals.js';

// What nobody may hear, see or learn is never tried twice.
test.describe.configure({ retries: 0 });

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in any screen of a call, and no policy is broken (${colorScheme})`, async ({
    openAgent,
    openLink,
    makeLink,
    newBrowser,
  }) => {
    test.setTimeout(120_000);
    const url = await makeLink();
    const agent = desk(await openAgent('ana'));
    const guest = customer(await openLink(url, await newBrowser()));
    const clean = async (screen: string, page: Page) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect.soft(await violations(page), screen).toEqual([]);
    };
    await clean('desk', agent.page);
    await expect(guest.startVideo).toBeVisible();
    await clean('pre-join', guest.page);
    await guest.startVideo.click();
    await agent.rings();
    await clean('incoming call', agent.page);
    await clean('waiting room', guest.page);
    const stranger = customer(await openLink(url));
    await expect(stranger.notice).toBeVisible();
    await clean('link in use', stranger.page);
    await agent.answer.click();
    await expect.poll(() => heard(guest.page, signals.agent), { timeout: 15_000 }).toBeGreaterThan(-40);
    await clean('agent in call', agent.page);
    await clean('customer in call', guest.page);
    await guest.wake();
    await guest.hangUp.click();
    await expect(guest.ended).toBeVisible();
    await clean('ended', guest.page);
    await expect(agent.wrapUp.getByRole('textbox', { name: /Note/ })).toBeVisible();
    await clean('wrap-up', agent.page);
    for (const page of [agent.page, guest.page, stranger.page])
      expect(await page.evaluate(() => window.ccReports), 'reports of CSP and Trusted Types').toEqual([]);
  });

test('the whole journey works by keyboard (WCAG 2.1.1)', async ({ openAgent, openLink, makeLink }) => {
  const agent = desk(await openAgent('ana'));
  const guest = customer(await openLink(await makeLink()));
  await expect(guest.startAudio).toBeVisible();
  await tabTo(guest.page, /Start audio call/);
  await guest.page.keyboard.press('Enter');
  await agent.rings();
  await tabTo(agent.page, /^Answer/);
  await agent.page.keyboard.press('Enter');
  await expect.poll(() => heard(guest.page, signals.agent), { timeout: 15_000 }).toBeGreaterThan(-40);
  await agent.page.keyboard.press('Control+m');
  await expect(agent.unmute).toBeVisible();
  await agent.page.keyboard.press('Control+m');
  // The controls are one toolbar: one stop for Tab, arrows inside (WAI-ARIA toolbar pattern).
  await tabTo(guest.page, /^Mute/);
  await guest.page.keyboard.press('End');
  await guest.page.keyboard.press('Enter');
  await expect(guest.ended).toBeVisible();
  await tabTo(agent.page, /^Close/);
  await agent.page.keyboard.press('Enter');
  await expect(agent.wrapUp.getByRole('textbox', { name: /Note/ })).toBeHidden();
});

test('no secret and no name of a person reaches the log (T17, T41)', async ({
  stack,
  openAgent,
  openLink,
  makeLink,
}) => {
  const url = await makeLink('default', 'Canary Kanarinac');
  const agent = desk(await openAgent('ana'));
  const guest = customer(await openLink(url));
  await guest.startAudio.click();
  await agent.rings();
  await agent.answer.click();
  await expect.poll(() => heard(guest.page, signals.agent), { timeout: 15_000 }).toBeGreaterThan(-40);
  await guest.wake();
  await guest.hangUp.click();
  await expect(guest.ended).toBeVisible();
  const log = stack.server.log().replace(/.*"event":"demo".*/g, '');
  expect(log).not.toContain('Kanarinac');
  expect(log).not.toContain(new URL(url).pathname.split('/').at(-1));
  expect(log).not.toMatch(/eyJ[\w-]+\.[\w-]+\.[\w-]+/);
});
