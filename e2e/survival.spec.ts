import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { callTimer } from './lib/call-timer.js';
import { company } from './lib/company.js';
import { customer, desk } from './lib/desk.js';
import { holdMedia } from './lib/held-media.js';
import { bothHear, call } from './lib/in-call.js';
import { heard, signals, type Signal } from './lib/signals.js';
import { withColleague } from './lib/with-colleague.js';

const soon = { timeout: 20_000 };

test.beforeEach(async ({}, info) => info.setTimeout(240_000));

call('a customer reload goes on with the same call (E-21, F3)', async ({ inCall: { agent, guest } }) => {
  await expect.poll(() => callTimer(agent.page)).toBeGreaterThan(1);
  await guest.page.reload();
  await expect(guest.hangUp).toBeVisible(soon);
  await bothHear(agent.page, guest.page);
  await expect(agent.wrapUp.getByRole('textbox', { name: /Note/ }), 'a reload is not a hang-up').toBeHidden();
  expect(await callTimer(guest.page)).toBeGreaterThan(1);
});

call('an agent reload goes on with the same call, still muted (E-21, F1)', async ({ inCall: { agent, guest } }) => {
  await agent.mute.click();
  await expect(agent.unmute).toBeVisible();
  await agent.page.reload();
  await agent.inCall();
  await expect(agent.unmute, 'mute survives the reload').toBeVisible();
  await expect.poll(() => heard(agent.page, signals.customer), soon).toBeGreaterThan(-40);
  expect(await heard(guest.page, signals.agent), 'and nothing leaks').toBeLessThan(-90);
  await agent.unmute.click();
  await bothHear(agent.page, guest.page);
});

call('killing the link-server mid-call loses nothing (E-23, F7)', async ({ stack, inCall: { agent, guest } }) => {
  await stack.server.kill();
  expect(await heard(guest.page, signals.agent), 'media does not need the link-server').toBeGreaterThan(-40);
  await stack.server.start();
  await bothHear(agent.page, guest.page);
  await guest.wake();
  await guest.hangUp.click();
  await expect(agent.wrapUp.getByRole('textbox', { name: /Note/ })).toBeVisible(soon);
  await expect(guest.ended).toBeVisible();
});

test('killing the link-server while it rings loses nothing (E-23, F6)', async ({
  stack,
  openAgent,
  openLink,
  makeLink,
}) => {
  const agent = desk(await openAgent('ana'));
  const guest = customer(await openLink(await makeLink()));
  await guest.startAudio.click();
  await agent.rings();
  await stack.server.kill();
  await stack.server.start();
  await agent.rings();
  await expect(async () => {
    if (await agent.answer.isVisible()) await agent.answer.click({ timeout: 1_000 });
    await expect(agent.hangUp).toBeVisible({ timeout: 4_000 });
  }).toPass(soon);
  await bothHear(agent.page, guest.page);
});

const hears = (page: Page, signal: Signal) => expect.poll(() => heard(page, signal), soon).toBeGreaterThan(-40);

call(
  'killing the link-server between the answer of a transfer and its first sound loses nothing (E-23)',
  async ({ stack, inCall: { agent, guest }, newBrowser, openAgent }) => {
    const context = await newBrowser();
    const release = await holdMedia(context);
    const ben = desk(await openAgent('ben', context, signals.colleague));
    await agent.transferTo('Ben Carter');
    await ben.rings();
    await ben.answer.click();
    await expect(agent.transfers).toContainText('Ben Carter has answered', soon);
    await stack.server.kill();
    // He comes into the room while nobody is there to hear of it.
    release();
    await stack.server.start();
    // His. Or, where he had no time left to come in, hers again (E-09): one of the two is there, and it is whole.
    const heardOf = () => Promise.all([signals.agent, signals.colleague].map((signal) => heard(guest.page, signal)));
    await expect.poll(async () => (await heardOf()).filter((level) => level > -40).length, { timeout: 60_000 }).toBe(1);
    const [ofAna = 0, ofBen = 0] = await heardOf();
    const [owner, other] = ofBen > ofAna ? [ben, agent] : [agent, ben];
    await hears(owner.page, signals.customer);
    await expect(owner.transfer).toBeVisible(soon);
    await expect(other.hangUp).toBeHidden(soon);
    expect(await heard(other.page, signals.customer)).toBeLessThan(-90);
  },
);

withColleague(
  'killing the link-server while it rings at an agent who is asked first loses nothing (E-23)',
  async ({ stack, inCall: { agent, guest }, ben }) => {
    await agent.consult('Ben Carter');
    await ben.rings();
    await expect(guest.call).toContainText('On hold', soon);
    await stack.server.kill();
    await stack.server.start();
    await ben.rings();
    await expect(agent.transfers).toContainText('It rings at Ben Carter');
    await expect(async () => {
      if (await ben.answer.isVisible()) await ben.answer.click({ timeout: 1_000 });
      await expect(ben.hangUp).toBeVisible({ timeout: 4_000 });
    }).toPass(soon);
    await Promise.all([hears(agent.page, signals.colleague), hears(ben.page, signals.agent)]);
    expect(await heard(guest.page, signals.agent), 'on hold still').toBeLessThan(-90);
    expect(await heard(guest.page, signals.colleague)).toBeLessThan(-90);
  },
);

withColleague(
  'killing the link-server while a call that was passed to a queue waits there loses nothing (E-23)',
  async ({ stack, inCall: { agent, guest }, ben, openAgent }) => {
    const { queue, assign } = await company(stack.server.url);
    const { id } = await queue({ key: 'sales', name: 'Sales' });
    await assign('Ben Carter', id);
    await agent.transferTo('Sales', 'queues');
    await ben.rings();
    // Nobody is left there, and the customer waits.
    await ben.page.close();
    await expect(guest.waiting).toContainText('You are being connected with Sales', soon);
    await stack.server.kill();
    await stack.server.start();
    await guest.page.reload();
    await expect(guest.waiting).toContainText('You are being connected with Sales', soon);
    await expect(agent.wrapUp.getByRole('textbox', { name: /Note/ })).toBeVisible();
    const again = desk(await openAgent('ben', undefined, signals.colleague));
    await again.rings();
    await expect(again.card).toContainText('Sales');
    await again.answer.click();
    await Promise.all([hears(guest.page, signals.colleague), hears(again.page, signals.customer)]);
  },
);

call('killing the media server mid-call brings both sides back (F12)', async ({ stack, inCall: { agent, guest } }) => {
  await stack.livekit.crash();
  await stack.livekit.start();
  await expect(async () => bothHear(agent.page, guest.page)).toPass({ timeout: 60_000 });
  await expect(agent.hangUp).toBeVisible();
});

test.describe('with a wrap-up of eight seconds', () => {
  test.use({ stackOptions: { env: { CARILLON_WRAP_UP_MS: '8000' } } });
  call('killing the link-server in the wrap-up keeps note and deadline (E-23, WRP-5)', async ({ stack, inCall }) => {
    const { agent } = inCall;
    await agent.hangUp.click();
    const note = agent.wrapUp.getByRole('textbox', { name: /Note/ });
    await note.fill('Asked for the bill.');
    await expect(agent.wrapUp).toContainText('Saved');
    await stack.server.kill();
    await stack.server.start();
    await agent.page.reload();
    // Closed by the server at the time it had set before, whatever the browser and the server went through.
    await expect(agent.status).toContainText('Ready', soon);
    await expect(note).toBeHidden();
    await agent.page
      .getByRole('button', { name: /^Marija Horvat/ })
      .first()
      .click();
    await expect(agent.page.locator('cc-call-log').getByText('Asked for the bill.')).toBeVisible();
  });
});
