import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.js';
import { customer, desk } from './desk.js';
import { heard, signals } from './signals.js';

const soon = { timeout: 60_000 };

/** Both sides hear each other: the proof that a call is alive. */
export async function bothHear(agent: Page, guest: Page): Promise<void> {
  await expect.poll(() => heard(guest, signals.agent), soon).toBeGreaterThan(-40);
  await expect.poll(() => heard(agent, signals.customer), soon).toBeGreaterThan(-40);
}

/** A test that begins in a call: Ana has answered Marija, and both hear each other. */
export const call = test.extend<{
  /** What the customer chose. */
  medium: 'Video' | 'Audio';
  inCall: { agent: ReturnType<typeof desk>; guest: ReturnType<typeof customer> };
}>({
  medium: ['Video', { option: true }],
  inCall: async ({ openAgent, openLink, makeLink, medium }, use) => {
    const agent = desk(await openAgent('ana'));
    const guest = customer(await openLink(await makeLink()));
    await (medium === 'Video' ? guest.startVideo : guest.startAudio).click();
    await agent.rings();
    await agent.answer.click();
    await bothHear(agent.page, guest.page);
    await use({ agent, guest });
  },
});
