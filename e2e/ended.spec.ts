import { expect, test } from './fixtures.js';
import { customer, desk } from './lib/desk.js';
import { heard, signals } from './lib/signals.js';

test('a customer rates the call, and the agent reads it in the conversation (WRP-3, LNK-15)', async ({
  openAgent,
  openLink,
  makeLink,
}) => {
  const agent = desk(await openAgent('ana'));
  const guest = customer(await openLink(await makeLink('reusable')));
  await guest.startAudio.click();
  await agent.rings();
  await agent.answer.click();
  await expect.poll(() => heard(guest.page, signals.agent), { timeout: 15_000 }).toBeGreaterThan(-40);
  await expect(agent.call.getByRole('timer').first()).toBeVisible();
  await guest.wake();
  await guest.hangUp.click();

  await expect(guest.ended).toContainText('How was your call?');
  const stars = (count: number) => guest.ended.getByRole('button', { name: `${count} star` });
  await stars(2).click();
  await expect(guest.ended).toContainText('Thank you. Your rating was sent.');
  await stars(4).click();
  await expect(stars(4)).toHaveAttribute('aria-pressed', 'true');

  const rating = agent.page
    .locator('cc-call-log')
    .getByRole('listitem')
    .filter({ hasText: /^\s*Rated \d of 5/ });
  await expect(rating).toContainText('Rated 4 of 5');
  await expect(rating).toContainText('Marija Horvat');
  // The link holds for many calls: the page goes on to the next one, which has not been rated.
  await guest.ended.getByRole('button', { name: 'Call again' }).click();
  await expect(guest.startAudio).toBeVisible();
});
