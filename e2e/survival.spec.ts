import { expect, test } from './fixtures.js';
import { callTimer } from './lib/call-timer.js';
import { customer, desk } from './lib/desk.js';
import { bothHear, call } from './lib/in-call.js';
import { heard, signals } from './lib/signals.js';

const soon = { timeout: 20_000 };

test.beforeEach(async ({}, info) => info.setTimeout(120_000));

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
    await expect(agent.page.getByText('Asked for the bill.')).toBeVisible();
  });
});
