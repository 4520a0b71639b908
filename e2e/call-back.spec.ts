import { routes, type CallbackList } from '@carillon/contract';
import { expect, test } from './fixtures.js';
import { apiAgent, send } from './lib/api.js';
import { callTimer } from './lib/call-timer.js';
import { customer, desk } from './lib/desk.js';

test('a customer whose link is used asks for another one and to be called back, and the agents find it (CBK-1, LNK-14)', async ({
  stack,
  openAgent,
  openLink,
  makeLink,
}) => {
  const url = await makeLink();
  const agent = desk(await openAgent('ana'));
  const first = customer(await openLink(url));
  await first.startAudio.click();
  await agent.rings();
  await agent.answer.click();
  // A link is used once its call stands, not by an answer alone.
  await expect.poll(() => callTimer(agent.page), { timeout: 15_000 }).toBeGreaterThan(0);
  await agent.hangUp.click();
  await expect(first.ended).toBeVisible();
  await first.page.close();
  await agent.page.close();

  const late = customer(await openLink(url));
  await expect(late.notice.getByRole('heading')).toHaveText('This link has already been used');
  await late.notice.getByRole('button', { name: 'Ask for a new link' }).click();
  await expect(late.notice.getByText('We know that you want a new link.')).toBeVisible();
  await late.notice.getByRole('button', { name: 'Call me back' }).click();
  await late.notice.getByLabel('Phone number').fill('0151 1234567');
  await late.notice.getByRole('button', { name: 'Call me back' }).click();
  await expect(late.notice.getByText('Enter the number with its country code')).toBeVisible();
  await late.notice.getByLabel('Phone number').fill('+49 151 1234567');
  await late.notice.getByRole('button', { name: 'Call me back' }).click();
  await expect(late.notice.getByText('We call you back.')).toBeVisible();
  await late.page.reload();
  await expect(late.notice.getByText('We call you back.'), 'after a reload').toBeVisible();

  const { bearer } = await apiAgent(stack.server.url, 'ben');
  const { body } = await send<CallbackList>(stack.server.url, 'GET', routes.callbacks, { bearer });
  expect(body.callbacks.map(({ name, number, wish, state }) => [name, number, wish, state])).toEqual([
    ['Marija Horvat', '+491511234567', 'call', 'in_queue'],
  ]);
});

test('who waits too long is called back instead, and agents find who it was (CBK-1, CBK-6)', async ({
  openAgent,
  openLink,
  makeLink,
}) => {
  const guest = customer(await openLink(await makeLink()));
  await guest.startAudio.click();
  await guest.waiting.getByRole('button', { name: 'Call me back' }).click();
  await guest.waiting.getByRole('button', { name: 'Call me back' }).click();
  await expect(guest.ended.getByText('We call you back.')).toBeVisible();
  const agent = desk(await openAgent('ana'));
  await agent.silent();
  await agent.page.getByRole('button', { name: 'Callbacks' }).click();
  const row = agent.page.locator('cc-callback-list').getByRole('button', { name: /Marija Horvat/ });
  await expect(row).toContainText('Wants a call');
  await row.click();
  await expect(agent.page.getByText('Asked to be called back').first()).toBeVisible();
});
