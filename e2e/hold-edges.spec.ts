import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { desk } from './lib/desk.js';
import { call } from './lib/in-call.js';
import { heard, signals } from './lib/signals.js';

// What nobody may hear, see or learn is never tried twice.
test.describe.configure({ retries: 0 });

const soon = { timeout: 60_000 };

test.beforeEach(async ({}, info) => info.setTimeout(300_000));

/** Ends a tab as a browser that crashes does: nothing in it says goodbye. */
async function crash(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const gone = page.waitForEvent('crash');
  void cdp.send('Page.crash').catch(() => undefined);
  await gone;
}

test.describe('where whoever is away is given up soon', () => {
  call.use({ medium: 'Audio', stackOptions: { env: { CARILLON_ABSENT_MS: '25000' } } });

  call(
    'a customer who drops while on hold: the agent is told, and wraps up once they are given up (E-07, RCN-3)',
    async ({ inCall: { agent, guest } }) => {
      await agent.hold.click();
      await expect(guest.call).toContainText('You are on hold', soon);
      await crash(guest.page);
      await expect(agent.call).toContainText('lost the connection', soon);
      await expect(agent.call).toContainText('On hold');
      await expect(agent.wrapUp.getByRole('textbox', { name: /Note/ })).toBeVisible({ timeout: 60_000 });
      await expect(agent.page.getByText(/Hold ended/)).toBeVisible(soon);
    },
  );

  call(
    'a customer on hold whose agent is gone for good waits again, with sound, and is the next to be answered (E-08)',
    async ({ openAgent, inCall: { agent, guest } }) => {
      const ben = desk(await openAgent('ben', undefined, signals.colleague));
      await agent.hold.click();
      await expect(guest.call).toContainText('You are on hold', soon);
      await crash(agent.page);
      await expect(guest.page.getByText(/lost the connection|is reconnecting/).first()).toBeVisible(soon);
      await expect(guest.call, 'the music goes on').toContainText('You are on hold');
      await expect(guest.waiting).toBeVisible({ timeout: 60_000 });
      await ben.rings();
      await ben.answer.click();
      await expect.poll(() => heard(guest.page, signals.colleague), soon).toBeGreaterThan(-40);
      await expect.poll(() => heard(ben.page, signals.customer), soon).toBeGreaterThan(-40);
      await expect(guest.call).not.toContainText('You are on hold');
    },
  );
});
