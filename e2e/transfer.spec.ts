import type { AgentAccountList, Queue } from '@carillon/contract';
import { expect } from './fixtures.js';
import { apiAgent } from './lib/api.js';
import { violations } from './lib/axe.js';
import { bothHear } from './lib/in-call.js';
import { heard, leaks, listen, signals } from './lib/signals.js';
import { withColleague } from './lib/with-colleague.js';

// What nobody may hear, see or learn is never tried twice.
withColleague.describe.configure({ retries: 0 });

const soon = { timeout: 20_000 };
/** What is 40 dB below the tone or more is no leak (HLD-5). */
const leakAbove = -52;

withColleague.beforeEach(async ({}, info) => info.setTimeout(150_000));

withColleague(
  'a call goes on with the colleague who accepts it, and nothing of the first agent is heard after the click (TRA-1 to TRA-5)',
  async ({ inCall: { agent, guest }, ben }) => {
    await agent.transferTo('Ben Carter');
    await expect(agent.transfers).toContainText('It rings at Ben Carter');
    await expect(guest.call).toContainText('You are being connected with somebody else');
    await expect(guest.call.getByRole('button', { name: 'Turn ringing off' })).toBeVisible();
    await expect.poll(() => heard(guest.page, signals.agent), soon).toBeLessThan(-90);
    await expect.poll(() => heard(agent.page, signals.customer), soon).toBeLessThan(-90);
    await listen(guest.page, signals.agent);
    await ben.rings();
    await expect(ben.card).toContainText('passed on by Ana Kovač');
    expect(await violations(agent.page)).toEqual([]);
    expect(await violations(guest.page)).toEqual([]);

    await ben.answer.click();
    await ben.inCall();
    await expect.poll(() => heard(guest.page, signals.colleague), soon).toBeGreaterThan(-40);
    await expect.poll(() => heard(ben.page, signals.customer), soon).toBeGreaterThan(-40);
    await expect(guest.call).not.toContainText('being connected');
    await expect(agent.wrapUp.getByRole('textbox', { name: /Note/ })).toBeVisible(soon);
    await expect(agent.transfers).toBeHidden();
    expect(await heard(agent.page, signals.customer)).toBeLessThan(-90);
    const { samples, loudest } = await leaks(guest.page);
    expect(samples).toBeGreaterThan(0);
    expect(loudest, `of ${samples} samples`).toBeLessThan(leakAbove);
    await expect(ben.page.locator('cc-call-log').getByText('Transferred to Ben Carter', { exact: true })).toBeVisible(
      soon,
    );

    await ben.hangUp.click();
    await expect(ben.wrapUp.getByRole('textbox', { name: /Note/ })).toBeVisible(soon);
    await expect(guest.ended).toContainText('Ben Carter ended the call');
  },
);

withColleague(
  'a call comes back with a warning when it is declined, and by a press while it rings (TRQ-4, E-09, E-11)',
  async ({ inCall: { agent, guest }, ben }) => {
    await agent.mute.click();
    await expect(agent.unmute).toBeVisible();
    await agent.transferTo('Ben Carter');
    await ben.rings();
    await ben.decline.click();
    await expect(agent.transfers.getByRole('alert')).toContainText('Ben Carter declined. You have the call again.');
    await agent.page.keyboard.press('Escape');
    await expect(agent.unmute, 'still muted').toBeVisible(soon);
    await expect.poll(() => heard(agent.page, signals.customer), soon).toBeGreaterThan(-40);
    expect(await heard(guest.page, signals.agent)).toBeLessThan(-90);
    await agent.unmute.click();
    await bothHear(agent.page, guest.page);

    await agent.transferTo('Ben Carter');
    await ben.rings();
    await agent.page.getByRole('button', { name: 'Cancel transfer' }).click();
    await ben.silent();
    await agent.page.keyboard.press('Escape');
    await bothHear(agent.page, guest.page);
  },
);

withColleague(
  'a call comes back when the browser of the colleague dies at the answer (E-09)',
  async ({ inCall: { agent, guest }, ben }) => {
    await agent.transferTo('Ben Carter');
    await ben.rings();
    // Answered, and dead before anything could be heard from there: what it would publish never arrives.
    await ben.page.evaluate(() => {
      RTCPeerConnection.prototype.addTransceiver = () => {
        throw new Error('dead');
      };
    });
    await ben.answer.click();
    await expect(agent.transfers).toContainText('Ben Carter has answered', soon);
    await ben.page.close();
    await expect(agent.transfers).toContainText('You have the call again.', { timeout: 40_000 });
    await agent.page.keyboard.press('Escape');
    await bothHear(agent.page, guest.page);
  },
);

withColleague(
  'the ring at the colleague stops at once when the customer hangs up (E-10)',
  async ({ inCall: { agent, guest }, ben }) => {
    await agent.transferTo('Ben Carter');
    await ben.rings();
    await guest.wake();
    await guest.hangUp.click();
    await ben.silent();
    await expect(agent.wrapUp.getByRole('textbox', { name: /Note/ })).toBeVisible(soon);
    await expect(ben.wrapUp.getByRole('textbox', { name: /Note/ })).toBeHidden();
  },
);

withColleague(
  'who hangs up while it rings at the colleague is asked first (TRA-6)',
  async ({ inCall: { agent, guest }, ben }) => {
    await agent.transferTo('Ben Carter');
    await ben.rings();
    await agent.page.keyboard.press('Escape');
    await agent.hangUp.first().click();
    await expect(agent.transfers).toContainText('End the call for the customer as well');
    await agent.transfers.getByRole('button', { name: 'Keep transferring' }).click();
    await ben.rings();
    await agent.hangUp.first().click();
    await agent.transfers.getByRole('button', { name: 'End call' }).click();
    await expect(guest.ended).toBeVisible(soon);
    await ben.silent();
  },
);

withColleague(
  'a transfer survives a reload of each side and a kill -9 of the link-server (E-21, E-23)',
  async ({ stack, inCall: { agent, guest }, ben }) => {
    await agent.transferTo('Ben Carter');
    await ben.rings();
    await listen(guest.page, signals.agent);
    await agent.page.reload();
    await expect(agent.transfers).toContainText('It rings at Ben Carter', soon);
    await guest.page.reload();
    await expect(guest.call).toContainText('You are being connected with somebody else', soon);
    await stack.server.kill();
    await stack.server.start();
    await ben.rings();
    await expect(ben.answer).toBeEnabled();
    await ben.answer.click();
    await ben.inCall();
    await expect.poll(() => heard(guest.page, signals.colleague), soon).toBeGreaterThan(-40);
    await expect.poll(() => heard(ben.page, signals.customer), soon).toBeGreaterThan(-40);
    expect((await leaks(guest.page)).loudest).toBeLessThan(leakAbove);
  },
);

withColleague(
  'a call goes to a queue with its own sound, and is answered there first (TRQ-1 to TRQ-3)',
  async ({ stack, inCall: { agent, guest }, ben }) => {
    const admin = await apiAgent(stack.server.url, 'ana');
    const { body: sales } = await admin.send<Queue>('POST', '/v1/queues', {
      key: 'sales',
      name: 'Sales',
      waitingSound: 'music',
    });
    const { body: accounts } = await admin.send<AgentAccountList>('GET', '/v1/agents');
    const account = accounts.agents.find(({ name }) => name === 'Ben Carter');
    await admin.send('PATCH', `/v1/agents/${account?.id ?? ''}`, { version: account?.version, queueIds: [sales.id] });

    await agent.transferTo('Sales', 'queues');
    await expect(agent.wrapUp.getByRole('textbox', { name: /Note/ })).toBeVisible(soon);
    await expect(guest.waiting).toContainText('You are being connected with Sales', soon);
    await ben.rings();
    await expect(ben.card).toContainText('Sales');
    await ben.answer.click();
    await expect.poll(() => heard(guest.page, signals.colleague), soon).toBeGreaterThan(-40);
    await expect.poll(() => heard(ben.page, signals.customer), soon).toBeGreaterThan(-40);
    expect(await heard(agent.page, signals.customer)).toBeLessThan(-90);
  },
);
