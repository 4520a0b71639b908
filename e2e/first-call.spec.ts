import { expect, test } from './fixtures.js';
import { customer, desk } from './lib/desk.js';
import { frames, heard, signals } from './lib/signals.js';

const loud = { timeout: 15_000 };

test('a link rings at an agent, both hear and see each other, mute is silence, hanging up leads to wrap-up (LNK-1, RCV-7, WRP-1)', async ({
  openAgent,
  openLink,
  makeLink,
}) => {
  const agent = desk(await openAgent('ana'));
  const guest = customer(await openLink(await makeLink()));

  await guest.startVideo.click();
  await agent.rings();
  await expect(agent.card).toContainText('Marija Horvat');
  await expect(agent.card).toContainText('Customer support');
  await expect(guest.waiting).toBeVisible();
  await expect
    .poll(() => agent.page.evaluate(() => window.ccConnected()), {
      message: 'the agent is connected while it rings',
      ...loud,
    })
    .toBeGreaterThan(0);
  expect(await heard(agent.page, signals.customer), 'nothing is heard before the answer').toBeLessThan(-90);
  expect(await heard(guest.page, signals.agent), 'nothing is heard before the answer').toBeLessThan(-90);

  await agent.answer.click();
  await agent.inCall();
  await expect(guest.call).toContainText('Ana Kovač');
  await expect.poll(() => heard(agent.page, signals.customer), loud).toBeGreaterThan(-40);
  await expect.poll(() => heard(guest.page, signals.agent), loud).toBeGreaterThan(-40);
  expect(await heard(agent.page, signals.agent), 'nobody hears themselves').toBeLessThan(-60);

  for (const side of [agent.page, guest.page]) {
    await expect.poll(() => frames(side), loud).toBeGreaterThan(5);
    const before = await frames(side);
    await expect.poll(() => frames(side), loud).toBeGreaterThan(before + 10);
  }

  await agent.mute.click();
  await expect.poll(() => heard(guest.page, signals.agent), loud).toBeLessThan(-90);
  expect(await heard(agent.page, signals.customer), 'the other direction goes on').toBeGreaterThan(-40);
  await agent.unmute.click();
  await expect.poll(() => heard(guest.page, signals.agent), loud).toBeGreaterThan(-40);

  await guest.wake();
  await guest.mute.click();
  await expect.poll(() => heard(agent.page, signals.customer), loud).toBeLessThan(-90);

  await agent.hangUp.click();
  await expect(guest.ended).toBeVisible();
  await expect(agent.wrapUp.getByRole('textbox', { name: /Note/ })).toBeVisible();
  await agent.wrapUp.getByRole('textbox', { name: /Note/ }).fill('Wants a new router.');
  await expect(agent.wrapUp).toContainText('Saved');
  await agent.wrapUp.getByRole('button', { name: /^Close/ }).click();
  await expect(agent.wrapUp.getByRole('textbox', { name: /Note/ })).toBeHidden();
  await expect(agent.page.locator('cc-call-log').getByText('Wants a new router.')).toBeVisible();
  expect(await guest.page.evaluate(() => window.ccLiveMicrophones()), 'the microphone is off after the call').toBe(0);
  expect(await agent.page.evaluate(() => window.ccLiveMicrophones()), 'the microphone is off after the call').toBe(0);
});

test('an audio call sends no picture (LNK-19)', async ({ openAgent, openLink, makeLink }) => {
  const agent = desk(await openAgent('ana'));
  const guest = customer(await openLink(await makeLink()));
  await guest.startAudio.click();
  await agent.rings();
  await agent.answer.click();
  await expect.poll(() => heard(guest.page, signals.agent), loud).toBeGreaterThan(-40);
  await expect.poll(() => heard(agent.page, signals.customer), loud).toBeGreaterThan(-40);
  expect(await frames(agent.page)).toBe(0);
  expect(await frames(guest.page)).toBe(0);
});

test.describe('with a short wrap-up', () => {
  test.use({ stackOptions: { env: { CARILLON_WRAP_UP_MS: '3000' } } });
  test('wrap-up counts down, frees the agent by itself and keeps the note (WRP-5, E-33)', async ({
    openAgent,
    openLink,
    makeLink,
  }) => {
    const agent = desk(await openAgent('ana'));
    const guest = customer(await openLink(await makeLink()));
    await guest.startAudio.click();
    await agent.rings();
    await agent.answer.click();
    await expect.poll(() => heard(guest.page, signals.agent), loud).toBeGreaterThan(-40);
    await guest.wake();
    await guest.hangUp.click();
    await expect(agent.status).toContainText(/Wrap-up|Wrapping/i);
    await agent.wrapUp.getByRole('textbox', { name: /Note/ }).fill('half a sent');
    await expect(agent.wrapUp.getByRole('textbox', { name: /Note/ })).toBeHidden({ timeout: 10_000 });
    await expect(agent.page.locator('cc-call-log').getByText('half a sent')).toBeVisible();

    const next = customer(await openLink(await makeLink('default', 'Next Caller')));
    await next.startAudio.click();
    await agent.rings();
    await expect(agent.card).toContainText('Next Caller');
  });
});

test.describe('without any webhook', () => {
  test.use({ stackOptions: { webhooks: false } });
  test('a call is established and ended all the same', async ({ openAgent, openLink, makeLink }) => {
    const agent = desk(await openAgent('ana'));
    const guest = customer(await openLink(await makeLink()));
    await guest.startVideo.click();
    await agent.rings();
    await agent.answer.click();
    await expect.poll(() => heard(guest.page, signals.agent), loud).toBeGreaterThan(-40);
    await expect(agent.call).toContainText(/0:0\d/);
    await guest.wake();
    await guest.hangUp.click();
    await expect(agent.wrapUp.getByRole('textbox', { name: /Note/ })).toBeVisible();
  });
});
