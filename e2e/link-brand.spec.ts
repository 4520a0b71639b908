import type { Locator, Page } from '@playwright/test';
import { routes } from '@carillon/contract';
import { expect, test } from './fixtures.js';
import { apiAgent } from './lib/api.js';
import { violations } from './lib/axe.js';
import { badRows, type BadRow } from './lib/bad-rows.js';
import { customer, desk } from './lib/desk.js';
import { png } from './lib/png.js';

/** The administration's part for call links, on the desk of an administrator. */
async function openLinks(page: Page): Promise<Locator> {
  const admin = page.locator('desk-admin');
  await page.getByRole('button', { name: 'Administration' }).click();
  await admin.getByRole('button', { name: 'Call links', exact: true }).click();
  await expect(admin.getByRole('heading', { name: 'One call' })).toBeVisible();
  return admin;
}

const picture = (name: string, buffer: Buffer, mimeType = 'image/png') => ({ name, mimeType, buffer });
const choose = (admin: Locator, field: string, file: ReturnType<typeof picture>) =>
  admin.locator(`desk-picture-field[label="${field}"] input[type=file]`).setInputFiles(file);
/** The screens beside the form: light, then dark. */
const previews = (admin: Locator) => admin.locator('cc-call-link');

test('a company designs a link on the page, an agent makes it, and its customer sees the brand (LNK-2, LNK-4, LNK-13)', async ({
  stack,
  openAgent,
  openLink,
}) => {
  const { page } = desk(await openAgent('ana'));
  const admin = await openLinks(page);
  expect.soft(await violations(page), 'the list').toEqual([]);

  await admin.getByRole('button', { name: 'New configuration' }).click();
  await expect(admin.getByRole('heading', { name: 'New link configuration' })).toBeFocused();
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByLabel('Name', { exact: true })).toBeFocused();
  await expect(admin.getByLabel('Name', { exact: true })).toHaveAccessibleDescription(/A name of 1 to 100 characters/);
  expect.soft(await violations(page), 'the form with errors').toEqual([]);

  await admin.getByLabel('Name', { exact: true }).fill('Meter reading');
  await expect(admin.getByText(/A name of 1 to 100 characters/)).toBeHidden();
  await expect(admin.getByLabel('Key')).toHaveValue('meter-reading');
  await admin.getByLabel('Kind').selectOption('Until it expires');
  await admin.getByLabel('Valid for').fill('2');
  await admin.getByLabel('Calls ring at').selectOption('Who shared the link, first');
  await admin.getByLabel('Seconds before the queue').fill('45');
  await admin.getByLabel('Company').fill('Nordlicht Energie');
  await admin.getByLabel('Welcome').fill('Have your meter at hand.');
  await admin.getByLabel('Colour', { exact: true }).fill('#ffd400');
  await admin.getByLabel('Background colour', { exact: true }).fill('#204060');
  await choose(admin, 'Logo', picture('logo.png', png(120, 40)));
  await expect(admin.getByRole('img', { name: 'Logo as it is now' })).toBeVisible();
  await choose(admin, 'Background picture', picture('hills.png', png(640, 400, [32, 120, 80])));
  await expect(admin.getByRole('img', { name: 'Background picture as it is now' })).toBeVisible();

  await admin.getByLabel('Key').fill('default');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByLabel('Key')).toBeFocused();
  await expect(admin.getByLabel('Key')).toHaveAccessibleDescription(/There is one already/);
  await admin.getByLabel('Key').fill('meter-reading');

  for (const i of [0, 1]) {
    await expect(previews(admin).nth(i).locator('h1')).toHaveText('Nordlicht Energie');
    await expect(previews(admin).nth(i).locator('img.logo')).toBeVisible();
    await expect(previews(admin).nth(i).locator('.backdrop img')).toBeVisible();
  }
  await expect(admin.getByText(/Below 4\.5 : 1 in the light/)).toContainText(/#[0-9a-f]{6} instead/);
  await expect(admin.getByText(/Below 4\.5 : 1 in the dark/)).toBeHidden();
  expect.soft(await violations(page), 'the form, filled').toEqual([]);
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByRole('status').filter({ hasText: 'Meter reading is saved.' })).toBeVisible();
  await expect(admin.getByRole('listitem').filter({ hasText: 'Meter reading' })).toContainText('Agent first');

  await admin.getByRole('button', { name: 'Back to the desk' }).click();
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('button', { name: 'Generate call link' }).first().click();
  const generator = page.locator('cc-call-link-generator');
  await generator.getByLabel('Display name').fill('Marija Horvat');
  await generator.getByLabel('Kind of link').selectOption('Meter reading');
  await generator.getByRole('button', { name: 'Generate' }).click();
  const guest = customer(await openLink(await generator.getByLabel('Call link', { exact: true }).inputValue()));
  await expect(guest.page.getByRole('heading', { name: 'Nordlicht Energie' })).toBeVisible();
  await expect(guest.page.getByText('Have your meter at hand.')).toBeVisible();
  for (const [selector, width] of [
    ['cc-prejoin img.logo', 120],
    ['.backdrop img', 640],
  ] as const) {
    const shown = guest.page.locator(selector);
    await expect(shown).toBeVisible();
    await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(width);
    expect(await shown.getAttribute('src')).toContain(`${stack.server.url}/v1/pictures/pic_`);
  }
  const provider = guest.page.locator('cc-call-link cc-provider');
  expect(await provider.evaluate((host: HTMLElement) => host.style.getPropertyValue('--cc-brand'))).toBe('#ffd400');
  expect.soft(await violations(guest.page), 'the customer’s page').toEqual([]);
});

test('a configuration is changed and archived, its hours and languages with it', async ({ openAgent, stack }) => {
  const { page } = desk(await openAgent('ana'));
  const admin = await openLinks(page);
  await admin.getByRole('button', { name: 'Change Appointment' }).click();
  await expect(admin.getByLabel('Valid for'), 'the agent says from when to when').toBeHidden();
  await admin.getByLabel('The page speaks').selectOption('Always the same language');
  await admin.getByLabel('Language', { exact: true }).selectOption('ar');
  await admin.getByLabel('Words of your own in').selectOption('ar');
  await admin.getByLabel('Before the call').fill('أهلًا بكم');
  await expect(admin.getByLabel('Before the call')).toHaveAttribute('dir', 'rtl');
  await expect(previews(admin).first().locator('cc-prejoin')).toContainText('أهلًا بكم');
  await expect(previews(admin).first()).toHaveCSS('direction', 'rtl');
  await admin.getByRole('checkbox', { name: 'Open only on some days and hours' }).check();
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
    await admin.getByRole('checkbox', { name: day }).uncheck();
  await admin.getByLabel('Time zone').fill('Mars/Olympus');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('Choose a day at least.')).toBeFocused();
  await expect(admin.getByLabel('Time zone')).toHaveAccessibleDescription(/such as Europe\/Zagreb/);
  expect.soft(await violations(page), 'errors about hours').toEqual([]);
  await admin.getByRole('checkbox', { name: 'Saturday' }).check();
  await admin.getByLabel('Time zone').fill('Europe/Zagreb');
  await admin.getByLabel('Until').fill('13:00');
  await admin.getByLabel('About recording').last().selectOption('Ask, and start no call without a yes');
  await expect(previews(admin).first().locator('cc-prejoin input[type=checkbox]')).toBeAttached();
  await admin.getByRole('checkbox', { name: 'Share their screen' }).uncheck();
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByRole('button', { name: 'Change Appointment' })).toBeFocused();

  const { bearer } = await apiAgent(stack.server.url, 'ana');
  const answer = await fetch(stack.server.url + routes.linkConfiguration('scheduled'), {
    headers: { authorization: `Bearer ${bearer}` },
  });
  expect(await answer.json()).toMatchObject({
    hours: { timeZone: 'Europe/Zagreb', days: ['sat'], from: '09:00', to: '13:00' },
    language: { mode: 'preset', language: 'ar' },
    texts: { ar: { welcome: 'أهلًا بكم' } },
    consent: 'ask',
    callOptions: { screenShare: false, chat: true },
  });

  await admin.getByRole('button', { name: 'Change One call' }).click();
  await expect(admin.getByRole('button', { name: 'Archive configuration' }), 'the default stays').toBeHidden();
  await admin.getByRole('button', { name: 'Cancel' }).click();
  await admin.getByRole('button', { name: 'Change Appointment' }).click();
  await admin.getByRole('button', { name: 'Archive configuration' }).click();
  await expect(admin.getByRole('button', { name: 'Keep' })).toBeFocused();
  expect.soft(await violations(page), 'the question before archiving').toEqual([]);
  await admin.getByRole('button', { name: 'Archive configuration' }).click();
  await expect(admin.getByRole('status').filter({ hasText: 'Appointment is archived.' })).toBeVisible();
  await expect(admin.getByRole('heading', { name: 'Appointment' })).toBeHidden();
});

test('bad colours, names and pictures are refused on the page, at their fields, and sent to nobody (T20, T21, T35)', async ({
  openAgent,
}) => {
  const { page } = desk(await openAgent('ana'));
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET' && /pictures|link-configurations/.test(request.url())) sent.push(request.url());
  });
  const admin = await openLinks(page);
  await admin.getByRole('button', { name: 'New configuration' }).click();
  await choose(admin, 'Background picture', picture('hills.png', png(64, 40)));
  const shown = admin.getByRole('img', { name: 'Background picture as it is now' });
  await expect(shown).toBeVisible();
  const before = await shown.getAttribute('src');
  expect(sent).toHaveLength(1);
  await admin.getByLabel('Name', { exact: true }).fill('Bad inputs');
  await admin.getByLabel('Welcome').fill('Hello');

  const field = admin.locator('desk-picture-field[label="Background picture"]');
  // Forty pictures that nothing shows are the server's to count: it answers for that row.
  for (const row of badRows('upload').filter(({ id, expect: end }) => end === 'client-reject' && id !== 'upload-019')) {
    const { name = 'a.png', type = 'image/png' } = row.gen ?? {};
    await choose(admin, 'Background picture', picture(name, fileOf(row), type));
    await expect(field.getByRole('alert'), row.id).toContainText(/no PNG, JPEG or WebP|cannot be read|too many pixels/);
    await expect(shown, row.id).toHaveAttribute('src', String(before));
  }
  await choose(admin, 'Logo', picture('big.png', Buffer.concat([png(9, 9), Buffer.alloc(1_024 * 1_024)])));
  await expect(admin.locator('desk-picture-field[label=Logo]').getByRole('alert')).toHaveText(/larger than 1 MB/);
  expect.soft(await violations(page), 'refused pictures').toEqual([]);

  for (const label of ['Colour', 'Background colour']) {
    const color = admin.getByLabel(label, { exact: true });
    const good = await color.inputValue();
    for (const row of badRows('branding').filter(
      ({ field: of, expect: end }) => of === 'primaryColor' && end === 'reject-400',
    )) {
      await color.fill(String(row.value));
      await admin.getByRole('button', { name: 'Save' }).click();
      await expect(color, row.id).toBeFocused();
      await expect(color, row.id).toHaveAccessibleDescription(/A colour such as/);
      for (const i of [0, 1])
        await expect(previews(admin).nth(i).locator('cc-provider'), row.id).toHaveAttribute(
          'style',
          /^--cc-brand: #[0-9a-f]{6};$/,
        );
    }
    await color.fill(good);
  }
  expect(sent, 'nothing but the good picture').toHaveLength(1);

  for (const row of badRows('branding').filter(({ expect: end }) => end === 'literal-text')) {
    await admin.getByLabel('Company').fill(String(row.value));
    await expect(previews(admin).first().locator('h1'), row.id).toHaveText(String(row.value));
  }
  for (const row of badRows('branding').filter(({ expect: end }) => end === 'contrast-fixed')) {
    await admin.getByLabel('Colour', { exact: true }).fill(String(row.value));
    await expect(admin.getByText(/Below 4\.5 : 1 in the light/), row.id).toBeVisible();
  }
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByRole('status').filter({ hasText: 'Bad inputs is saved.' })).toBeVisible();
});

function fileOf({ gen = {} }: BadRow): Buffer {
  if (gen.png) return png(gen.png.w, gen.png.h);
  return gen.hex === undefined ? Buffer.from(gen.text ?? '') : Buffer.from(gen.hex, 'hex');
}
