import { expect, test } from './fixtures.js';
import { violations } from './lib/axe.js';
import { callTimer } from './lib/call-timer.js';
import { customer, desk } from './lib/desk.js';

test('what is answered after a call, and how good it was, survives a reload, is asked for before closing, and stands in the history (WRP-2, WRP-3)', async ({
  openAgent,
  openLink,
  makeLink,
}) => {
  const agent = desk(await openAgent('ana'));
  const { page, wrapUp } = agent;
  const admin = page.locator('desk-admin');
  await page.getByRole('button', { name: 'Administration' }).click();
  await admin.getByRole('button', { name: 'Settings', exact: true }).click();
  await admin.getByLabel('Wrap-up in seconds').fill('120');
  await admin.getByLabel('Agents have to fill it in before they close').first().check();
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByRole('status').filter({ hasText: 'The settings are saved.' })).toBeVisible();
  await page.reload();

  const guest = customer(await openLink(await makeLink()));
  await guest.startAudio.click();
  await agent.rings();
  await agent.answer.click();
  await agent.inCall();
  // A call that is hung up before both are connected has nothing to wrap up.
  await expect.poll(() => callTimer(page)).toBeGreaterThan(0);
  await agent.hangUp.click();

  await wrapUp.getByLabel('Visit agreed for').fill('2027-03-01');
  await wrapUp.getByLabel('Visit agreed for').blur();
  await expect(wrapUp).toContainText('Saved');
  expect.soft(await violations(page), 'a form').toEqual([]);
  await wrapUp.getByRole('button', { name: /^Close/ }).click();
  await expect(wrapUp).toContainText('Fill this in before you close.');
  await expect(wrapUp.getByLabel('Reason')).toBeFocused();
  expect.soft(await violations(page), 'a form with something missing').toEqual([]);

  await wrapUp.getByRole('button', { name: '4 of 5' }).click();
  await expect(wrapUp.getByRole('button', { name: '4 of 5' })).toHaveAttribute('aria-pressed', 'true');

  await wrapUp.getByLabel('Summary').fill('Power cut, a visit is agreed.');
  await wrapUp.getByLabel('Summary').blur();
  await expect(wrapUp.locator('#summary-state')).toHaveText('Saved');

  await page.reload();
  await expect(wrapUp.getByLabel('Summary')).toHaveValue('Power cut, a visit is agreed.');
  await expect(wrapUp.getByLabel('Visit agreed for')).toHaveValue('2027-03-01');
  await wrapUp.getByLabel('Reason').selectOption('Power cut');
  await expect(wrapUp.getByRole('button', { name: '4 of 5' })).toHaveAttribute('aria-pressed', 'true');
  await wrapUp.getByRole('button', { name: /^Close/ }).click();
  await expect(wrapUp.getByLabel('Reason')).toBeHidden();
  await page.locator('cc-work-list').getByText('Marija Horvat').first().click();
  await expect(page.locator('cc-call-log')).toContainText('Power cut, a visit is agreed.');
  await expect(page.locator('cc-call-log')).toContainText('Call quality: 4 of 5');
  const answers = page.locator('cc-call-log').locator('dl');
  await expect(answers).toContainText('Power cut');
  await expect(answers).toContainText('Mar 1, 2027');
});
