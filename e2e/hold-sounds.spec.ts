import { wavOf } from '../packages/link-server/src/testing/sounds.js';
import { expect, test } from './fixtures.js';
import { violations } from './lib/axe.js';
import { customer, desk } from './lib/desk.js';
import { bothHear } from './lib/in-call.js';
import { heard, signals } from './lib/signals.js';
import { hearOutput, plays } from './lib/output.js';

// What nobody may hear, see or learn is never tried twice.
test.describe.configure({ retries: 0 });

const soon = { timeout: 20_000 };
const [musicHz, announcementHz] = [2_200, 3_100];
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'audio/wav', buffer });

test('a queue plays its own music and announcement on hold, to its customers alone (HLD-5, HLD-7)', async ({
  newBrowser,
  openAgent,
  openLink,
  makeLink,
}) => {
  test.setTimeout(120_000);
  const [theirs, guests] = [await newBrowser(), await newBrowser()];
  for (const context of [theirs, guests]) await hearOutput(context);
  const agent = desk(await openAgent('ana', theirs));
  const admin = agent.page.locator('desk-admin');
  await agent.page.getByRole('button', { name: 'Administration' }).click();
  await admin.getByRole('button', { name: 'Change Customer support' }).click();
  const dialog = admin.getByRole('dialog');
  const music = dialog.getByRole('group', { name: 'Music of your own' });
  const choose = music.locator('input[type=file]');
  await choose.setInputFiles(file('notes.wav', Buffer.from('no sound at all')));
  await expect(music.getByRole('alert')).toHaveText('This is no WAV, MP3, Ogg or M4A sound.');
  await choose.setInputFiles(file('music.wav', wavOf({ hz: musicHz, seconds: 2 })));
  await expect(music.getByRole('button', { name: 'Replace music of your own' })).toBeVisible(soon);
  await dialog.getByLabel('Announcement', { exact: true }).selectOption('A file of your own');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: 'Choose the file that is announced' })).toBeVisible();
  const announcement = dialog.getByRole('group', { name: 'Announcement file' });
  await announcement
    .locator('input[type=file]')
    .setInputFiles(file('hello.wav', wavOf({ hz: announcementHz, seconds: 2 })));
  await expect(announcement.getByRole('button', { name: 'Replace announcement file' })).toBeVisible(soon);
  await dialog.getByLabel('Repeated after, in seconds').fill('10');
  expect.soft(await violations(agent.page), 'queue form with sounds').toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByRole('status').filter({ hasText: 'Customer support is saved.' })).toBeVisible();
  await admin.getByRole('button', { name: 'Back to the desk' }).click();

  const guest = customer(await openLink(await makeLink(), guests));
  await guest.startAudio.click();
  await agent.rings();
  await agent.answer.click();
  await bothHear(agent.page, guest.page);
  await agent.hold.click();
  await expect(guest.call).toContainText('You are on hold', soon);
  for (const hz of [announcementHz, musicHz]) await expect.poll(() => plays(guest.page, hz), soon).toBeGreaterThan(-50);
  // Again after ten seconds, and lower music under it.
  await expect.poll(() => plays(guest.page, announcementHz), soon).toBeLessThan(-90);
  await expect.poll(() => plays(guest.page, announcementHz), soon).toBeGreaterThan(-50);
  for (const hz of [announcementHz, musicHz]) {
    expect(await plays(agent.page, hz)).toBeLessThan(-90);
    expect(await heard(agent.page, { ...signals.customer, toneHz: hz })).toBeLessThan(-90);
  }
  await agent.resume.click();
  await bothHear(agent.page, guest.page);
  for (const hz of [announcementHz, musicHz]) expect(await plays(guest.page, hz)).toBeLessThan(-90);
});
