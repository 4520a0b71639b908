import { expect, test } from './fixtures.js';
import { violations } from './lib/axe.js';
import { customer, desk } from './lib/desk.js';

test('a company is set up on the page: queues, agents, and what both sides notice of it', async ({
  openAgent,
  openLink,
  makeLink,
}) => {
  const ana = desk(await openAgent('ana'));
  const { page } = ana;
  const admin = page.locator('desk-admin');
  await page.getByRole('button', { name: 'Administration' }).click();
  await expect(admin.getByRole('heading', { name: 'Customer support' })).toBeVisible();
  expect.soft(await violations(page), 'queues').toEqual([]);

  await admin.getByRole('button', { name: 'New queue' }).click();
  const dialog = admin.getByRole('dialog');
  expect.soft(await violations(page), 'queue form').toEqual([]);
  await dialog.getByLabel('Name').fill('Field service');
  await dialog.getByLabel('Ring time in seconds').fill('15');
  await dialog.getByLabel('While waiting, customers hear').selectOption('Music');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByRole('status').filter({ hasText: 'Field service is saved.' })).toBeVisible();
  await expect(admin.getByText('Ring 15 s')).toBeVisible();

  await admin.getByRole('button', { name: 'New queue' }).click();
  await dialog.getByLabel('Name').fill('Field service');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('There is one already');
  await expect(dialog.getByLabel('Name'), 'what was typed is kept').toHaveValue('Field service');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await admin.getByRole('button', { name: 'Change Customer support' }).click();
  await dialog.getByLabel('While waiting, customers hear').selectOption('Nothing');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('Silent')).toBeVisible();

  await admin.getByRole('button', { name: 'Agents', exact: true }).click();
  await admin.getByRole('button', { name: 'Change Ben Carter' }).click();
  expect.soft(await violations(page), 'agent form').toEqual([]);
  await dialog.getByLabel('Role').selectOption('Supervisor: sees the whole team');
  await dialog.getByRole('checkbox', { name: 'Field service' }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByRole('listitem').filter({ hasText: 'Ben Carter' })).toContainText('Supervisor');
  await expect(admin.getByRole('listitem').filter({ hasText: 'Ben Carter' })).toContainText('Field service');

  await admin.getByRole('button', { name: 'Change Ana Kovač' }).click();
  await expect(dialog.getByRole('listitem').first()).toContainText('Chrome on');
  expect.soft(await violations(page), 'agent form with sessions').toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  const guest = customer(await openLink(await makeLink()));
  await guest.startAudio.click();
  await expect(guest.waiting).toBeVisible();
  await expect(guest.waiting.getByRole('button', { name: /Turn (ringing|music)/ })).toBeHidden();
  await expect(admin.getByText('Your phone is ringing.')).toBeVisible();
  await admin.getByRole('button', { name: 'Back to the desk' }).click();
  await ana.rings();
});

test('people are found, added, changed and forgotten, and two never share a number', async ({ openAgent }) => {
  const { page } = desk(await openAgent('ana'));
  const admin = page.locator('desk-admin');
  const dialog = admin.getByRole('dialog');
  const person = (name: string) => admin.getByRole('listitem').filter({ hasText: name });
  await page.getByRole('button', { name: 'Administration' }).click();
  await admin.getByRole('button', { name: 'People', exact: true }).click();
  await expect(person('Marija Horvat')).toContainText('+385912345678');
  expect.soft(await violations(page), 'people').toEqual([]);

  await admin.getByRole('button', { name: 'New person' }).click();
  expect.soft(await violations(page), 'person form').toEqual([]);
  await dialog.getByLabel('Name').fill('Željka Šarić');
  await dialog.getByLabel('Phone numbers').fill('091 234');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Check 091234');
  await dialog.getByLabel('Phone numbers').fill('+385 (91) 234 5678\n+385 98 765 432');
  await dialog.getByLabel('E-mail addresses').fill('Zeljka@Example.com');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Somebody else has that number');
  await dialog.getByLabel('Phone numbers').fill('+385 98 765 432');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByRole('status').filter({ hasText: 'Željka Šarić is saved.' })).toBeVisible();

  await admin.getByRole('searchbox', { name: 'Search people' }).fill('zeljka');
  await expect(person('Marija Horvat')).toBeHidden();
  await expect(person('Željka Šarić')).toContainText('zeljka@example.com');
  await admin.getByRole('button', { name: 'Change Željka Šarić' }).click();
  await dialog.getByRole('button', { name: 'Forget person' }).click();
  await expect(dialog.getByRole('button', { name: 'Keep' })).toBeFocused();
  expect.soft(await violations(page), 'the question before forgetting').toEqual([]);
  await dialog.getByRole('button', { name: 'Forget person' }).click();
  await expect(admin.getByText('Nobody is found by that.')).toBeVisible();
});

test('the settings of the company hold for its pages and queues', async ({ openAgent, openLink, makeLink }) => {
  const { page } = desk(await openAgent('ana'));
  const admin = page.locator('desk-admin');
  await page.getByRole('button', { name: 'Administration' }).click();
  await admin.getByRole('button', { name: 'Settings', exact: true }).click();
  await expect(admin.getByLabel('Company name')).toHaveValue('Northwind Energy');
  expect.soft(await violations(page), 'settings').toEqual([]);
  await admin.getByLabel('Company name').fill('Contoso');
  await admin.getByLabel('Wrap-up in seconds').fill('45');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByRole('status').filter({ hasText: 'The settings are saved.' })).toBeVisible();
  await admin.getByLabel('Wrap-up in seconds').fill('50');
  await admin.getByLabel('More time for wrapping up').selectOption({ label: 'Ten seconds at a time' });
  await admin.getByLabel('Longest wrap-up with more time, in seconds').fill('300');
  await admin.getByLabel('Outcomes of a call').fill('Sold\n\n  Wrong number \nSold');
  await admin.getByRole('button', { name: 'Add a field' }).click();
  await admin.getByLabel('Field', { exact: true }).last().fill('Tariff');
  await admin.getByLabel('Kind').last().selectOption({ label: 'One of a list' });
  await admin.getByLabel('Choices').last().fill('Day\nNight');
  await admin.getByLabel('Agents have to fill it in before they close').last().check();
  expect.soft(await violations(page), 'settings with a form').toEqual([]);
  await admin.getByLabel('Ask how calls were').uncheck();
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByRole('alert')).toBeHidden();
  await page.reload();
  await page.getByRole('button', { name: 'Administration' }).click();
  await admin.getByRole('button', { name: 'Settings', exact: true }).click();
  await expect(admin.getByLabel('More time for wrapping up')).toHaveValue('seconds');
  await expect(admin.getByLabel('Longest wrap-up with more time, in seconds')).toHaveValue('300');
  await expect(admin.getByLabel('Outcomes of a call')).toHaveValue('Sold\nWrong number');
  await expect(admin.getByLabel('Field', { exact: true }).last()).toHaveValue('Tariff');
  await expect(admin.getByLabel('Choices').last()).toHaveValue('Day\nNight');
  await expect(admin.getByText('Programs know it as tariff.')).toBeVisible();
  await expect(admin.getByLabel('Ask how calls were')).not.toBeChecked();

  const link = await makeLink();
  await expect.poll(async () => (await (await fetch(link)).text()).includes('<title>Contoso</title>')).toBe(true);
  await openLink(link);
});

test('nobody but an administrator is offered the administration', async ({ openAgent }) => {
  const ben = desk(await openAgent('ben'));
  await expect(ben.page.getByRole('button', { name: 'Log out' })).toBeVisible();
  await expect(ben.page.getByRole('button', { name: 'Administration' })).toBeHidden();
});

test('an agent who logs out or is signed out has to sign in anew', async ({ openAgent }) => {
  const ben = desk(await openAgent('ben'));
  const { page } = desk(await openAgent('ana'));
  const ended = ben.page.waitForResponse(
    (response) => response.request().method() === 'DELETE' && response.url().endsWith('/v1/agent/session'),
  );
  await ben.page.getByRole('button', { name: 'Log out' }).click();
  expect((await ended).status()).toBe(200);
  await expect(ben.page.getByRole('heading', { name: 'Agent desk' })).toBeVisible();

  const admin = page.locator('desk-admin');
  const dialog = admin.getByRole('dialog');
  await page.getByRole('button', { name: 'Administration' }).click();
  await admin.getByRole('button', { name: 'Agents', exact: true }).click();
  await ben.page.getByRole('button', { name: 'Ben' }).click();
  await expect(ben.page.getByRole('button', { name: 'Log out' })).toBeVisible();
  await admin.getByRole('button', { name: 'Change Ben Carter' }).click();
  const signedOut = ben.page.waitForResponse((response) => response.status() === 401);
  await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(dialog.getByText('Nowhere just now.')).toBeVisible();
  // The desk's next word is refused, and it exchanges a fresh token by itself.
  expect((await signedOut).status()).toBe(401);
});

test('a call of a queue without automatic assignment waits in the list until an agent takes it', async ({
  openAgent,
  openLink,
  makeLink,
}) => {
  const ana = desk(await openAgent('ana'));
  const { page } = ana;
  const admin = page.locator('desk-admin');
  await page.getByRole('button', { name: 'Administration' }).click();
  await admin.getByRole('button', { name: 'Change Customer support' }).click();
  await admin.getByRole('checkbox', { name: /^Automatic assignment/ }).uncheck();
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('By hand')).toBeVisible();
  await admin.getByRole('button', { name: 'Back to the desk' }).click();

  const guest = customer(await openLink(await makeLink()));
  await guest.startAudio.click();
  const take = page.getByRole('button', { name: 'Assign to me: the call of Marija Horvat' });
  await expect(take).toBeVisible();
  await ana.silent();
  expect.soft(await violations(page), 'a waiting call').toEqual([]);
  await take.click();
  await ana.rings();
  await expect(take).toBeHidden();
  await ana.answer.click();
  await ana.inCall();
});
