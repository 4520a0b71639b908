import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { violations } from './lib/axe.js';
import { customer, desk } from './lib/desk.js';
import { giveDevices } from './lib/fake-devices.js';
import { bothHear } from './lib/in-call.js';
import { frames, heard, instrumentPage, signals } from './lib/signals.js';

interface Devices {
  /** Begins a call whose customer's devices come and go. */
  callWith(
    medium: 'Audio' | 'Video',
    refused?: Parameters<typeof giveDevices>[1],
  ): Promise<{ agent: ReturnType<typeof desk>; guest: ReturnType<typeof customer>; failures: string[] }>;
}

const call = test.extend<Devices>({
  callWith: async ({ openAgent, newBrowser, makeLink }, use) => {
    await use(async (medium, refused) => {
      const agent = desk(await openAgent('ana'));
      const page = await (await newBrowser()).newPage();
      const failures: string[] = [];
      page.on('pageerror', (error) => failures.push(error.message));
      await instrumentPage(page, signals.customer);
      await giveDevices(page, refused);
      await page.goto(await makeLink());
      const guest = customer(page);
      const start = refused?.camera ? page.getByRole('button', { name: 'Start without camera' }) : guest.startVideo;
      await (medium === 'Video' ? start : guest.startAudio).click();
      await agent.rings();
      await agent.answer.click();
      await bothHear(agent.page, guest.page);
      return { agent, guest, failures };
    });
  },
});

test.beforeEach(async ({}, info) => info.setTimeout(90_000));

const soon = { timeout: 20_000 };
const notice = (page: Page) => page.locator('cc-device-notice');
const unheard = (page: Page) => expect.poll(() => heard(page, signals.customer), { timeout: 5_000 }).toBeLessThan(-90);

call(
  'a microphone that is unplugged gives way to the next, and is used again when it is back (F39)',
  async ({ callWith }) => {
    const { agent, guest, failures } = await callWith('Audio');
    await guest.page.evaluate(() => window.ccDevices.unplug('headset'));
    await expect(notice(guest.page)).toContainText('Microphone: “Built-in microphone” is used now.', {
      timeout: 1_000,
    });
    await bothHear(agent.page, guest.page);
    await guest.page.evaluate(() => window.ccDevices.plug('headset', 'Headset'));
    await expect(notice(guest.page)).toContainText('Microphone: “Headset” is used now.', { timeout: 1_000 });
    await bothHear(agent.page, guest.page);
    expect(failures).toEqual([]);
  },
);

call(
  'the last microphone that is unplugged is named, and heard again when it is back (E-26, F39)',
  async ({ callWith }) => {
    const { agent, guest } = await callWith('Audio');
    await guest.page.evaluate(() => {
      window.ccDevices.unplug('built-in');
      window.ccDevices.unplug('headset');
    });
    await expect(notice(guest.page)).toContainText('No microphone was found.', { timeout: 1_000 });
    await unheard(agent.page);
    await guest.page.evaluate(() => window.ccDevices.plug('headset', 'Headset'));
    await expect(notice(guest.page)).toBeHidden({ timeout: 1_000 });
    await bothHear(agent.page, guest.page);
  },
);

call(
  'a permission that is taken back is said with its cause, and the call goes on listening (F40)',
  async ({ callWith }) => {
    const { agent, guest, failures } = await callWith('Audio');
    const saidAfterMs = await guest.page.evaluate(() => {
      const start = performance.now();
      window.ccDevices.refuse('microphone', 'NotAllowedError');
      const find = (root: ParentNode): boolean =>
        [...root.querySelectorAll('*')].some(
          (one) =>
            (one.matches('[part~=notice][role=alert]') && one.checkVisibility()) ||
            (one.shadowRoot && find(one.shadowRoot)),
        );
      return new Promise<number>((resolve) => {
        const look = () => (find(document) ? resolve(performance.now() - start) : setTimeout(look, 10));
        look();
      });
    });
    expect(saidAfterMs).toBeLessThan(500);
    await expect(notice(guest.page)).toContainText('Your microphone is blocked by the browser.');
    await expect(notice(guest.page)).toContainText('Open the icon to the left of the address');
    expect.soft(await violations(guest.page)).toEqual([]);
    await unheard(agent.page);
    await expect.poll(() => heard(guest.page, signals.agent)).toBeGreaterThan(-40);
    await guest.page.evaluate(() => window.ccDevices.refuse('microphone', null));
    await notice(guest.page).getByRole('button', { name: 'Try again' }).click();
    await expect(notice(guest.page)).toBeHidden();
    await bothHear(agent.page, guest.page);
    expect(failures).toEqual([]);
  },
);

call(
  'a camera that another program has is left away, and used by a click once it is free (F41)',
  async ({ callWith }) => {
    const { agent, guest, failures } = await callWith('Video', { camera: 'NotReadableError' });
    await expect.poll(() => frames(guest.page), soon).toBeGreaterThan(0);
    await guest.wake();
    const turnOn = guest.call.getByRole('button', { name: 'Turn camera on' });
    await turnOn.click();
    await expect(notice(guest.page)).toContainText('Your camera is in use by another program.');
    await expect(notice(guest.page)).toContainText('Close the other program');
    expect.soft(await violations(guest.page)).toEqual([]);
    await bothHear(agent.page, guest.page);

    await guest.page.evaluate(() => window.ccDevices.refuse('camera', null));
    await notice(guest.page).getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => frames(agent.page), soon).toBeGreaterThan(0);
    await expect(notice(guest.page)).toBeHidden();
    expect(failures).toEqual([]);
  },
);
