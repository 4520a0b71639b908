import { expect, test } from './fixtures.js';
import { customer, desk } from './lib/desk.js';
import { bothHear } from './lib/in-call.js';

test.beforeEach(async ({}, info) => info.setTimeout(90_000));

/** Site data is blocked: no cookie of anybody, and no storage, database or lock either. */
const keepsNothing = { profile: { default_content_setting_values: { cookies: 2 } } };

test('a browser that may keep nothing, no cookie either, holds a call by memory on both sides (F47)', async ({
  ownBrowser,
  openAgent,
  openLink,
  makeLink,
}) => {
  const start = async () => (await ownBrowser({ preferences: keepsNothing })).context;
  const agent = desk(await openAgent('ana', await start()));
  const guest = customer(await openLink(await makeLink(), await start()));
  for (const { page } of [agent, guest])
    expect(
      await page.evaluate(() =>
        navigator.locks
          .request('x', () => localStorage.length + sessionStorage.length)
          .catch(({ name }: Error) => name),
      ),
      'nothing is kept',
    ).toBe('SecurityError');
  await guest.startVideo.click();
  await agent.rings();
  await agent.answer.click();
  await bothHear(agent.page, guest.page);

  await agent.hold.click();
  await expect(guest.call).toContainText('You are on hold');
  await agent.resume.click();
  await bothHear(agent.page, guest.page);
  await guest.wake();
  await guest.hangUp.click();
  await expect(guest.ended).toBeVisible();
  await expect(agent.wrapUp.getByRole('textbox', { name: /Note/ })).toBeVisible();
});
