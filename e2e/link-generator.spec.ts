import { expect, test } from './fixtures.js';
import { customer } from './lib/desk.js';

test('an agent makes an appointment, shows its QR code, and takes the link back (LNK-4, LNK-5, LNK-9)', async ({
  openAgent,
  openLink,
}) => {
  const desk = await openAgent('ana');
  await desk.getByRole('button', { name: 'New', exact: true }).click();
  await desk.getByRole('button', { name: 'Generate call link' }).first().click();
  const generator = desk.locator('cc-call-link-generator');
  await generator.getByLabel('Display name').fill('Marija Horvat');
  await generator.getByLabel('Kind of link').selectOption('Appointment');
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000 - new Date().getTimezoneOffset() * 60_000);
  const local = (hours: number) => at(hours).toISOString().slice(0, 16);
  await generator.getByLabel('From').fill(local(30));
  await generator.getByLabel('To', { exact: true }).fill(local(29));
  await generator.getByRole('button', { name: 'Generate' }).click();
  await expect(generator.getByText('Choose an end after the start.')).toBeVisible();
  await generator.getByLabel('To', { exact: true }).fill(local(31));
  await generator.getByLabel('Customer’s time zone').selectOption('Asia/Tokyo');
  await expect(generator.getByText(/For the customer: /)).toBeVisible();
  await generator.getByRole('button', { name: 'Generate' }).click();

  const url = await generator.getByLabel('Call link', { exact: true }).inputValue();
  await generator.getByRole('button', { name: 'Show QR code' }).click();
  await expect(generator.getByRole('img', { name: 'QR code of the call link' })).toBeVisible();
  const early = customer(await openLink(url));
  await expect(early.notice.getByRole('heading')).toHaveText('This link is not open yet');

  await generator.getByText('Your call links').click();
  await generator.getByRole('button', { name: 'Revoke the link of Marija Horvat' }).click();
  await generator.getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(generator.getByText('Revoked', { exact: true })).toBeVisible();
  await early.page.reload();
  await expect(early.notice.getByRole('heading')).toHaveText('This link is not available');
});
