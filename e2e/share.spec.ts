import type { Locator } from '@playwright/test';
import { expect } from './fixtures.js';
import { call } from './lib/in-call.js';

const soon = { timeout: 20_000 };

/** The screen that the other side shares, where it is shown. */
const sharedAt = (side: Locator) => side.getByLabel(/^Screen of/);

/** Its picture moves: frames of it arrive and are drawn. */
async function moves(video: Locator): Promise<void> {
  const time = () =>
    video.evaluate((element) => (element as HTMLVideoElement).getVideoPlaybackQuality().totalVideoFrames);
  await expect(video).toBeVisible(soon);
  await expect.poll(time, soon).toBeGreaterThan(5);
}

for (const medium of ['Video', 'Audio'] as const)
  call.describe(`in a call by ${medium.toLowerCase()}`, () => {
    call.use({ medium });

    call(
      'both sides share a screen, at once too, and cease by button, bar and key (SHR-1, KEY-3)',
      async ({ inCall: { agent, guest } }) => {
        call.setTimeout(150_000);
        await agent.share.click();
        await moves(sharedAt(guest.call));
        await expect(agent.call).toContainText('You are sharing your screen');
        await guest.wake();
        await guest.share.click();
        await moves(sharedAt(agent.call));

        await agent.page.evaluate(() => window.ccStopScreen());
        await expect(sharedAt(guest.call)).toBeHidden(soon);
        await expect(agent.share).toBeVisible();
        await expect(sharedAt(agent.call), 'the other one goes on').toBeVisible();
        await guest.wake();
        await guest.unshare.click();
        await expect(sharedAt(agent.call)).toBeHidden(soon);

        await agent.page.locator('body').press('Control+s');
        await moves(sharedAt(guest.call));
        await agent.hold.click();
        await expect(agent.resume).toBeVisible(soon);
        await expect(sharedAt(guest.call), 'on hold nothing is seen (HLD-5)').toBeHidden(soon);
        await agent.resume.click();
        await moves(sharedAt(guest.call));
      },
    );
  });
