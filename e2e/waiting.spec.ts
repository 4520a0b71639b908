import { expect, test } from './fixtures.js';
import { customer, desk } from './lib/desk.js';
import { heard, signals } from './lib/signals.js';

test('who waits keeps their place through a reload, and hears of their turn while they look elsewhere (E-21)', async ({
  openAgent,
  openLink,
  makeLink,
  newBrowser,
}) => {
  const first = customer(await openLink(await makeLink('default', 'First')));
  await first.startAudio.click();
  await expect(first.waiting).toContainText('You are next');

  const browser = await newBrowser();
  await browser.grantPermissions(['microphone', 'camera', 'notifications']);
  const url = await makeLink('default', 'Second');
  const second = customer(await openLink(url, browser));
  await second.page.addInitScript(() => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    Object.defineProperty(document, 'hasFocus', { value: () => false });
    // What the system would show is beyond a headless browser: what the page asks of it is not.
    class Shown extends EventTarget {
      static permission = 'granted';
      constructor(title: string, { body }: { body: string }) {
        super();
        told.push(`${title}: ${body}`);
      }
    }
    Object.assign(globalThis, { Notification: Shown });
  });
  await second.startAudio.click();
  await expect(second.waiting).toContainText('You are second in line');
  await second.page.reload();
  await expect(second.waiting, 'in the same place').toContainText('You are second in line');
  await expect(second.page).toHaveTitle(/^You are second in line/);

  await first.leave.click();
  await first.waiting.getByRole('button', { name: 'Leave the line' }).click();
  await expect(second.waiting).toContainText('You are next');
  const agent = desk(await openAgent('ana'));
  await agent.rings();
  await agent.answer.click();
  await expect.poll(() => heard(second.page, signals.agent), { timeout: 15_000 }).toBeGreaterThan(-40);
  const told = await second.page.evaluate(() => (globalThis as unknown as { told: string[] }).told);
  expect(told).toEqual(['It is your turn: Ana Kovač answers your call.']);
  await expect(second.page).toHaveTitle(/^In call with Ana/);
});
