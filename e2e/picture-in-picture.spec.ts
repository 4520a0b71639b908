import { expect } from './fixtures.js';
import { bothHear, call } from './lib/in-call.js';

const soon = { timeout: 20_000 };

call.beforeEach(async ({}, info) => info.setTimeout(90_000));

call(
  'a call goes on in a small window above all others, with its picture and its controls, and back in the page',
  async ({ inCall: { agent, guest } }) => {
    await guest.wake();
    const opened = guest.page.context().waitForEvent('page');
    await guest.call.getByRole('button', { name: 'Show in a small window' }).click();
    const small = await opened;
    await expect(small.getByText('Ana Kovač')).toBeVisible(soon);
    // A real picture of the agent, that moves.
    await expect
      .poll(() => small.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth), soon)
      .toBeGreaterThan(0);
    await small.getByRole('button', { name: 'Mute', exact: true }).click();
    await expect(small.getByRole('button', { name: 'Unmute' })).toBeVisible(soon);
    await expect(guest.call.getByRole('button', { name: /^Unmute/ })).toBeVisible();
    await small.getByRole('button', { name: 'Unmute' }).click();
    await bothHear(agent.page, guest.page);

    await guest.wake();
    await guest.call.getByRole('button', { name: 'Close the small window' }).click();
    await expect.poll(() => small.isClosed(), soon).toBe(true);
    await bothHear(agent.page, guest.page);

    const again = guest.page.context().waitForEvent('page');
    await guest.wake();
    await guest.call.getByRole('button', { name: 'Show in a small window' }).click();
    await (await again).getByRole('button', { name: 'End call' }).click();
    await expect(guest.ended).toBeVisible(soon);
    await expect.poll(async () => (await again).isClosed(), soon).toBe(true);
    await expect(agent.wrapUp.getByRole('textbox', { name: /Note/ })).toBeVisible(soon);
  },
);
