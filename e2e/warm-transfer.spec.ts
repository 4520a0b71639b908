import type { Page } from '@playwright/test';
import { expect } from './fixtures.js';
import { violations } from './lib/axe.js';
import type { desk } from './lib/desk.js';
import { bothHear } from './lib/in-call.js';
import { heard, leaks, listen, signals } from './lib/signals.js';
import { withColleague } from './lib/with-colleague.js';

// What nobody may hear, see or learn is never tried twice.
withColleague.describe.configure({ retries: 0 });

const soon = { timeout: 20_000 };
/** What is 40 dB below the tone or more is no leak (HLD-5). */
const leakAbove = -52;

withColleague.beforeEach(async ({}, info) => info.setTimeout(150_000));

type Desk = ReturnType<typeof desk>;

const hears = (page: Page, { toneHz, colour }: (typeof signals)[keyof typeof signals]) =>
  expect.poll(() => heard(page, { toneHz, colour }), soon).toBeGreaterThan(-40);
const hearsNot = (page: Page, { toneHz, colour }: (typeof signals)[keyof typeof signals]) =>
  expect.poll(() => heard(page, { toneHz, colour }), soon).toBeLessThan(leakAbove);

/** The two agents hear each other, and nobody hears the customer or is heard by them. */
async function talkAlone(agent: Desk, ben: Desk, customer: Page): Promise<void> {
  await Promise.all([hears(agent.page, signals.colleague), hears(ben.page, signals.agent)]);
  await Promise.all([hearsNot(agent.page, signals.customer), hearsNot(ben.page, signals.customer)]);
  await Promise.all([hearsNot(customer, signals.agent), hearsNot(customer, signals.colleague)]);
}

/** Ana asks Ben about the call, and he answers. */
async function consult(agent: Desk, ben: Desk): Promise<void> {
  await agent.consult('Ben Carter');
  await ben.rings();
  await ben.answer.click();
  await expect(agent.transfers).toContainText('You are talking to Ben Carter. The customer is on hold.', soon);
}

withColleague(
  'two agents talk while the customer hears music, then all three, then the customer and the other agent (TRA, HLD-5)',
  async ({ inCall: { agent, guest }, ben }) => {
    await agent.consult('Ben Carter');
    await expect(guest.call).toContainText('On hold', soon);
    await hearsNot(guest.page, signals.agent);
    await listen(guest.page, signals.colleague);
    await ben.rings();
    await ben.answer.click();
    await talkAlone(agent, ben, guest.page);
    await expect(ben.call).toContainText('Talking to Ana Kovač, customer on hold');
    await expect(ben.transfer).toBeHidden();
    await expect(ben.hold).toBeHidden();
    for (const page of [agent.page, ben.page, guest.page]) expect(await violations(page)).toEqual([]);

    await agent.page.reload();
    await talkAlone(agent, ben, guest.page);
    await ben.page.reload();
    await talkAlone(agent, ben, guest.page);
    await guest.page.reload();
    await talkAlone(agent, ben, guest.page);
    const { samples, loudest } = await leaks(guest.page);
    expect(samples).toBeGreaterThan(0);
    expect(loudest, `of ${samples} samples`).toBeLessThan(leakAbove);

    await agent.transfers.getByRole('button', { name: 'Bring the customer in' }).click();
    await bothHear(agent.page, guest.page);
    await Promise.all([hears(guest.page, signals.colleague), hears(ben.page, signals.customer)]);
    await Promise.all([hears(agent.page, signals.colleague), hears(ben.page, signals.agent)]);
    await expect(guest.call).toContainText('Ben Carter');
    await expect(agent.transfers).toContainText('You, Ben Carter and the customer are talking.');
    for (const page of [agent.page, ben.page, guest.page]) expect(await violations(page)).toEqual([]);

    await agent.transfers.getByRole('button', { name: 'Leave the call to Ben Carter' }).click();
    await expect(agent.wrapUp.getByRole('textbox', { name: /Note/ })).toBeVisible(soon);
    await hearsNot(guest.page, signals.agent);
    await Promise.all([hears(guest.page, signals.colleague), hears(ben.page, signals.customer)]);
    await expect(ben.transfer).toBeVisible();
    await ben.hangUp.click();
    await expect(guest.ended).toContainText('Ben Carter ended the call', soon);
  },
);

withColleague(
  'a call that was talked about goes back to the customer by a press, and when the other agent leaves',
  async ({ inCall: { agent, guest }, ben }) => {
    await agent.mute.click();
    await expect(agent.unmute).toBeVisible();
    await consult(agent, ben);
    await hears(agent.page, signals.colleague);
    await expect(agent.unmute, 'still muted').toBeVisible();
    await agent.unmute.click();
    await hears(ben.page, signals.agent);
    await agent.transfers.getByRole('button', { name: 'Back to the customer' }).click();
    await bothHear(agent.page, guest.page);
    await expect(ben.call.getByRole('button', { name: /^(End|Hang up)/ })).toBeHidden(soon);
    await hearsNot(agent.page, signals.colleague);

    await consult(agent, ben);
    await agent.transfers.getByRole('button', { name: 'Bring the customer in' }).click();
    await hears(guest.page, signals.colleague);
    await ben.hangUp.click();
    await expect(agent.transfers).toContainText('Ben Carter has left. You have the call again.', soon);
    await bothHear(agent.page, guest.page);
    await hearsNot(guest.page, signals.colleague);
    await expect(ben.wrapUp.getByRole('textbox', { name: /Note/ })).toBeVisible(soon);
  },
);

withColleague(
  'a kill -9 of the link-server while two agents talk, and while all three do, changes nothing (E-23)',
  async ({ stack, inCall: { agent, guest }, ben }) => {
    await consult(agent, ben);
    await stack.server.kill();
    await stack.server.start();
    await talkAlone(agent, ben, guest.page);
    await agent.transfers.getByRole('button', { name: 'Bring the customer in' }).click();
    await hears(guest.page, signals.colleague);
    await stack.server.kill();
    await stack.server.start();
    await agent.page.reload();
    await bothHear(agent.page, guest.page);
    await Promise.all([hears(guest.page, signals.colleague), hears(ben.page, signals.agent)]);
    await agent.transfers.getByRole('button', { name: 'Leave the call to Ben Carter' }).click();
    await hearsNot(guest.page, signals.agent);
    await hears(ben.page, signals.customer);
  },
);

withColleague(
  'the customer is with the other agent when the browser of the first one dies while they talk (E-08)',
  async ({ inCall: { agent, guest }, ben }) => {
    await consult(agent, ben);
    await agent.page.close({ runBeforeUnload: false });
    await expect(ben.transfer, 'the call is his').toBeVisible({ timeout: 40_000 });
    await Promise.all([hears(guest.page, signals.colleague), hears(ben.page, signals.customer)]);
  },
);
