import type { Page } from '@playwright/test';
import { expect } from './fixtures.js';
import { bothHear, call } from './lib/in-call.js';
import { trackIds } from './lib/track-ids.js';

const soon = { timeout: 20_000 };

call.beforeEach(async ({}, info) => info.setTimeout(240_000));

/** Sound goes on coming in. */
async function goesOn(page: Page): Promise<void> {
  const packets = () => page.evaluate(() => window.ccAudioPackets());
  const before = await packets();
  await expect.poll(packets, soon).toBeGreaterThan(before + 20);
}

call(
  'the window of a call changes its size and place, and every track goes on as it was (CTL-3)',
  async ({ stack, inCall: { agent, guest } }) => {
    await expect.poll(async () => (await trackIds(stack)).length, soon).toBe(4);
    const tracks = await trackIds(stack);
    const undisturbed = async (after: string) => {
      await Promise.all([goesOn(agent.page), goesOn(guest.page)]);
      await bothHear(agent.page, guest.page);
      expect(await trackIds(stack), after).toEqual(tracks);
      expect(await agent.page.evaluate(() => window.ccConnected()), after).toBe(connections);
    };
    const connections = await agent.page.evaluate(() => window.ccConnected());
    const other = agent.call.getByLabel('Picture of Marija Horvat');
    const seen = () => other.evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames);

    await expect.poll(seen, soon).toBeGreaterThan(0);
    await agent.call.getByRole('button', { name: 'Minimise' }).click();
    await expect(other).toBeHidden();
    await expect(agent.hangUp).toBeVisible();
    await undisturbed('minimised');
    await agent.call.getByRole('button', { name: 'Expand' }).click();
    await expect(other).toBeVisible();
    const before = await seen();
    await expect.poll(seen, soon).toBeGreaterThan(before);
    await undisturbed('expanded');

    // A desk as narrow as a tablet: there the window of the call has room for one more button.
    await agent.page.setViewportSize({ width: 800, height: 1000 });
    const opened = agent.page.context().waitForEvent('page');
    await agent.call.getByRole('button', { name: 'Show in a small window' }).click();
    const small = await opened;
    await expect
      .poll(() => small.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth), soon)
      .toBeGreaterThan(0);
    await undisturbed('in a small window');
    await agent.call.getByRole('button', { name: 'Minimise' }).click();
    await undisturbed('in a small window, minimised');
    await agent.call.getByRole('button', { name: 'Expand' }).click();
    await agent.call.getByRole('button', { name: 'Close the small window' }).click();
    await expect.poll(() => small.isClosed(), soon).toBe(true);
    await undisturbed('back in the page');
  },
);
