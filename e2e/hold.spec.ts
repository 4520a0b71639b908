import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { bothHear, call } from './lib/in-call.js';
import { heard, leaks, listen, signals } from './lib/signals.js';

// What nobody may hear, see or learn is never tried twice.
test.describe.configure({ retries: 0 });

const soon = { timeout: 20_000 };
/** The tone is heard at about -12 dB; what is 40 dB below it or more is no leak (HLD-5). */
const leakAbove = -52;

async function bothSilent(agent: Page, guest: Page): Promise<void> {
  await expect.poll(() => heard(guest, signals.agent), soon).toBeLessThan(-90);
  await expect.poll(() => heard(agent, signals.customer), soon).toBeLessThan(-90);
}

test.beforeEach(async ({}, info) => info.setTimeout(150_000));

call(
  'on hold neither side hears the other, the customer hears music, and mute is as before (HLD-1 to HLD-6)',
  async ({ inCall: { agent, guest } }) => {
    await agent.mute.click();
    await expect(agent.unmute).toBeVisible();
    await agent.hold.click();
    await expect(agent.resume).toBeVisible(soon);
    await expect(agent.call).toContainText('On hold');
    await expect(guest.call).toContainText('You are on hold');
    await expect(guest.call.getByRole('button', { name: 'Turn music off' })).toBeVisible();
    await bothSilent(agent.page, guest.page);
    await agent.resume.click();
    await expect(agent.unmute, 'still muted').toBeVisible(soon);
    await expect.poll(() => heard(agent.page, signals.customer), soon).toBeGreaterThan(-40);
    expect(await heard(guest.page, signals.agent)).toBeLessThan(-90);
    await agent.unmute.click();
    await bothHear(agent.page, guest.page);
    await expect(guest.call).not.toContainText('You are on hold');
    // How long it lasted is in the conversation (HLD-3, HLD-4).
    await expect(agent.page.getByText('Put on hold')).toBeVisible(soon);
    await expect(agent.page.getByText(/Hold ended/)).toBeVisible();
  },
);

call(
  'nothing leaks through a hold, whatever restarts meanwhile (HLD-5, F1, F3, F7, F12)',
  async ({ stack, inCall: { agent, guest } }) => {
    await agent.hold.click();
    await expect(agent.resume).toBeVisible(soon);
    await bothSilent(agent.page, guest.page);
    await listen(guest.page, signals.agent);
    await listen(agent.page, signals.customer);
    const seen: { samples: number; loudest: number }[] = [];
    const note = async (page: Page) => {
      await expect.poll(async () => (await leaks(page)).samples, soon).toBeGreaterThan(0);
      seen.push(await leaks(page));
    };
    const onHold = async () => {
      await expect(agent.resume).toBeVisible({ timeout: 60_000 });
      await expect(guest.call).toContainText('You are on hold', { timeout: 60_000 });
      for (const page of [agent.page, guest.page])
        await expect.poll(() => page.evaluate(() => window.ccConnected()), { timeout: 60_000 }).toBeGreaterThan(0);
    };

    await note(agent.page);
    await agent.page.reload();
    await onHold();
    await note(guest.page);
    await guest.page.reload();
    await onHold();
    await stack.server.kill();
    await stack.server.start();
    await onHold();
    await stack.livekit.crash();
    await stack.livekit.start();
    await onHold();
    // Both are in the room again and listen for a while: 200 samples are two seconds.
    for (const page of [agent.page, guest.page]) {
      const { samples } = await leaks(page);
      await expect.poll(async () => (await leaks(page)).samples, soon).toBeGreaterThan(samples + 200);
      await note(page);
    }

    for (const { samples, loudest } of seen) expect(loudest, `of ${samples} samples`).toBeLessThan(leakAbove);
    await agent.resume.click();
    await bothHear(agent.page, guest.page);
  },
);
