import type { Page } from '@playwright/test';
import { routes, type ConversationDetail } from '@carillon/contract';
import { expect } from './fixtures.js';
import { apiAgent } from './lib/api.js';
import { company } from './lib/company.js';
import { customer, desk } from './lib/desk.js';
import { holdMedia } from './lib/held-media.js';
import { bothHear, call } from './lib/in-call.js';
import { hearOutput, loudestWithin, plays } from './lib/output.js';
import { heard, signals, type Signal } from './lib/signals.js';
import { withColleague } from './lib/with-colleague.js';

// What nobody may hear, see or learn is never tried twice.
call.describe.configure({ retries: 0 });

const soon = { timeout: 20_000 };

call.beforeEach(async ({}, info) => info.setTimeout(240_000));

type Desk = ReturnType<typeof desk>;

const hears = (page: Page, signal: Signal) => expect.poll(() => heard(page, signal), soon).toBeGreaterThan(-40);
const hearsNot = (page: Page, signal: Signal) => expect.poll(() => heard(page, signal), soon).toBeLessThan(-52);

/** Ana has the call again, is told why, and may choose anew. */
async function comesBack(agent: Desk, customerPage: Page, why: string): Promise<void> {
  await expect(agent.transfers.getByRole('alert')).toContainText(`${why} You have the call again.`, soon);
  await agent.page.keyboard.press('Escape');
  await bothHear(agent.page, customerPage);
}

withColleague(
  'a call comes back with a warning when the colleague lets it ring, goes, or cannot take part (TRQ-4, E-09)',
  async ({ stack, inCall: { agent, guest }, ben, openAgent }) => {
    const { changeQueue } = await company(stack.server.url);
    await changeQueue('Customer support', { ringMs: 3_000 });
    await agent.transferTo('Ben Carter');
    await ben.rings();
    await comesBack(agent, guest.page, 'Ben Carter did not answer.');
    await ben.silent();
    await changeQueue('Customer support', { ringMs: null });

    await agent.transferTo('Ben Carter');
    await ben.rings();
    await ben.page.close();
    await comesBack(agent, guest.page, 'Ben Carter is not there any more.');

    const again = desk(await openAgent('ben', undefined, signals.colleague));
    await again.page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    });
    await agent.transferTo('Ben Carter');
    await again.rings();
    await again.answer.click();
    await comesBack(agent, guest.page, 'Ben Carter could not be connected.');
    const told = again.page.getByRole('complementary', { name: 'Call' }).getByText('Your microphone is blocked');
    await expect(told, 'and Ben is told why').toBeVisible(soon);
    await expect(again.hangUp).toBeHidden();
  },
);

/** How often the transfers of a conversation have ended in each way, by its timeline. */
async function outcomes(server: string, conversationId: string) {
  const { send } = await apiAgent(server, 'ana');
  const { body } = await send<ConversationDetail>('GET', routes.conversation(conversationId));
  const count = (wanted: string) => body.timeline.filter(({ type }) => type === wanted).length;
  return { cancelled: count('transfer_cancelled'), transferred: count('call_transferred') };
}

withColleague(
  'of a cancel and an answer at once exactly one wins, and the customer is heard by somebody each time (E-11)',
  async ({ stack, inCall: { agent, guest }, ben }, info) => {
    const { call: begun } = await (await apiAgent(stack.server.url, 'ana')).state();
    const ended = () => outcomes(stack.server.url, begun?.conversationId ?? '');
    const ana = { ...agent, name: 'Ana Kovač', signal: signals.agent as Signal };
    let [owner, other] = [ana, { ...ben, name: 'Ben Carter', signal: signals.colleague as Signal }];
    const rounds = 6;
    for (let round = 1; round <= rounds; round++) {
      const before = await ended();
      await owner.transferTo(other.name);
      await other.rings();
      const cancel = await owner.page.getByRole('button', { name: 'Cancel transfer' }).elementHandle();
      const answer = await other.answer.elementHandle();
      const both = [cancel, answer].filter((button) => button !== null);
      if (round % 2 === 0) both.reverse();
      await Promise.all(both.map((button) => button.evaluate((element) => (element as HTMLElement).click())));
      await expect
        .poll(async () => Object.values(await ended()).reduce((sum, n) => sum + n), { ...soon, message: `${round}` })
        .toBe(round);
      if ((await ended()).transferred > before.transferred) {
        await expect(owner.wrapUp.getByRole('textbox', { name: /Note/ })).toBeVisible(soon);
        await owner.wrapUp.getByRole('button', { name: 'Close', exact: true }).click();
        [owner, other] = [other, owner];
      } else await owner.page.keyboard.press('Escape');
      await expect(owner.transfer, 'not stuck in a transfer').toBeVisible(soon);
      await expect(other.hangUp).toBeHidden(soon);
      await other.silent();
      await Promise.all([hears(guest.page, owner.signal), hears(owner.page, signals.customer)]);
      await Promise.all([hearsNot(guest.page, other.signal), hearsNot(other.page, signals.customer)]);
    }
    const { cancelled, transferred } = await ended();
    expect(cancelled + transferred, 'exactly one outcome for each').toBe(rounds);
    info.annotations.push({ type: 'won', description: `cancel ${cancelled}, answer ${transferred}` });
  },
);

call(
  'nothing is left of a transfer whose customer hangs up after the answer and before anybody is heard (E-10)',
  async ({ inCall: { agent, guest }, newBrowser, openAgent }) => {
    const context = await newBrowser();
    const release = await holdMedia(context);
    const ben = desk(await openAgent('ben', context, signals.colleague));
    await agent.transferTo('Ben Carter');
    await ben.rings();
    await ben.answer.click();
    await expect(agent.transfers).toContainText('Ben Carter has answered', soon);
    await guest.wake();
    await guest.hangUp.click();
    await expect(guest.ended).toBeVisible(soon);
    await expect(agent.wrapUp.getByRole('textbox', { name: /Note/ })).toBeVisible(soon);
    await expect(ben.hangUp).toBeHidden(soon);
    release();
    await ben.silent();
    await expect(ben.wrapUp.getByRole('textbox', { name: /Note/ }), 'he has talked to nobody').toBeHidden();
    await expect(agent.transfers).toBeHidden();
    await expect.poll(() => ben.page.evaluate(() => window.ccLiveMicrophones()), soon).toBe(0);
  },
);

withColleague(
  'the dialog says to whom a call can go, and what is refused leaves it where it is (TRA-2, TRQ-1, TRQ-2, TRQ-4, E-12)',
  async ({ stack, inCall: { agent, guest }, ben }) => {
    const { url } = stack.server;
    const { hire, queue, agentNamed, assign, changeQueue } = await company(url);
    const sales = await queue({ key: 'sales', name: 'Sales' });
    const [support = ''] = (await agentNamed('Ben Carter')).queueIds;
    await hire({ externalId: 'aaron', name: 'Aaron Zell', queueIds: [support] });
    const zoe = await hire({ externalId: 'zoe', name: 'Zoë Carter', queueIds: [sales.id] });
    await assign('Ben Carter', sales.id);
    const ana = await apiAgent(url, 'ana');
    const away = await apiAgent(url, 'ben');
    const dialog = agent.page.getByRole('dialog', { name: 'Transfer call' });
    const rows = dialog.getByRole('radio');
    const names = () => dialog.locator('.rows .name').allInnerTexts();
    const target = (name: string) => dialog.getByRole('radio', { name: new RegExp(name) });
    const refresh = dialog.getByRole('button', { name: 'Refresh' });
    const pass = dialog.getByRole('button', { name: 'Transfer', exact: true });

    await agent.transfer.click();
    await expect(dialog.getByRole('tab', { name: 'Agents in “Customer support”' })).toBeVisible();
    await expect.poll(names, 'who is there first, before the alphabet').toEqual(['Ben Carter', 'Aaron Zell']);
    await expect(target('Aaron Zell'), 'who is not there cannot be chosen').toBeDisabled();
    await dialog.getByRole('searchbox').fill('zoe');
    await expect(dialog, 'nobody of another queue, not by search either').toContainText('Nothing is found by that.');
    await dialog.getByRole('searchbox').fill('bén');
    await expect.poll(names).toEqual(['Ben Carter']);
    await dialog.getByRole('searchbox').fill('');
    const callId = (await ana.state()).call?.id ?? '';
    const refused = await ana.send('POST', routes.callTransfer(callId), { to: 'agent', agentId: zoe.id });
    expect([refused.status, refused.body.code], 'nor by the API').toEqual([409, 'target_unavailable']);

    await away.setStatus('away');
    await refresh.click();
    await expect(target('Ben Carter')).toBeDisabled();
    await expect.poll(names).toEqual(['Ben Carter', 'Aaron Zell']);
    await away.setStatus('active');
    await refresh.click();
    await target('Ben Carter').check();

    // Gone in the moment between the choice and the press.
    await away.setStatus('away');
    await pass.click();
    await expect(dialog.getByRole('alert')).toContainText('cannot be transferred there now');
    await expect(target('Ben Carter'), 'the list is read anew').toBeDisabled();
    await away.setStatus('active');
    await refresh.click();
    await dialog.getByRole('tab', { name: 'Queues' }).click();
    await target('Sales').check();
    await away.setStatus('away');
    await pass.click();
    await expect(dialog.getByRole('alert')).toContainText('cannot be transferred there now');
    await expect(target('Sales')).toBeDisabled();
    await expect(dialog.locator('.rows')).toContainText('Nobody is there');
    await bothHear(agent.page, guest.page);
    await away.setStatus('active');
    await refresh.click();

    await target('Sales').check();
    await changeQueue('Sales', { autoAssign: false });
    await pass.click();
    await expect(dialog.getByRole('alert')).toContainText('cannot be transferred there now');
    await expect(target('Sales'), 'a queue that assigns no more is none to choose').toHaveCount(0);
    await dialog.getByRole('tab', { name: /Agents/ }).click();
    await target('Ben Carter').check();
    await changeQueue('Customer support', { autoAssign: false });
    await pass.click();
    await expect(dialog.getByRole('alert').first()).toContainText('Calls of this queue cannot be transferred.');
    await expect(rows).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(agent.hangUp).toBeVisible();
    await ben.silent();
    await bothHear(agent.page, guest.page);
  },
);

call(
  'the customer hears ringing while it rings at the colleague, and only then (TRA-5)',
  async ({ newBrowser, openAgent, openLink, makeLink }) => {
    // The ringing tone, and a whole period of it: one second on, four off.
    const [ringingHz, periodMs] = [425, 6_000];
    const context = await newBrowser();
    await hearOutput(context);
    const agent = desk(await openAgent('ana'));
    const guest = customer(await openLink(await makeLink(), context));
    await guest.startAudio.click();
    await agent.rings();
    await agent.answer.click();
    await bothHear(agent.page, guest.page);
    const ben = desk(await openAgent('ben', undefined, signals.colleague));
    const rings = (message: string) =>
      expect.poll(() => plays(guest.page, ringingHz), { ...soon, intervals: [50], message }).toBeGreaterThan(-50);
    const ringsNot = async (message: string) =>
      expect(await loudestWithin(guest.page, ringingHz, periodMs), message).toBeLessThan(-90);

    await agent.transferTo('Ben Carter');
    await ben.rings();
    await rings('while it rings');
    await guest.call.getByRole('button', { name: 'Turn ringing off' }).click();
    await ringsNot('turned off');
    await guest.call.getByRole('button', { name: 'Turn ringing on' }).click();
    await rings('turned on');
    await ben.decline.click();
    await bothHear(agent.page, guest.page);
    await ringsNot('back in the call');

    await agent.page.keyboard.press('Escape');
    await agent.transferTo('Ben Carter');
    await ben.rings();
    await rings('while it rings again');
    await ben.answer.click();
    await hears(guest.page, signals.colleague);
    await ringsNot('once he is heard');
  },
);
