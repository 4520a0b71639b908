import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { customer, desk } from './lib/desk.js';
import { bothHear, call } from './lib/in-call.js';
import { arrowTo, tabTo } from './lib/keyboard.js';
import { heard, signals } from './lib/signals.js';

const soon = { timeout: 20_000 };
const silence = -52;

/** Opens the settings, goes through every tab by arrows and comes back to where the focus was. */
async function lookIntoSettings(page: Page): Promise<void> {
  await tabTo(page, /^Settings/);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog).toBeVisible(soon);
  await tabTo(page, /^Sound/);
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('tab', { name: 'Shortcuts' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.locator('cc-call-window').getByRole('button', { name: 'Settings', exact: true })).toBeFocused();
}

/** Opens the messages by their button, which has the focus, writes, and closes them again. */
async function write({ page, call: side }: Pick<ReturnType<typeof desk>, 'page' | 'call'>, text: string) {
  await page.keyboard.press('Enter');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(side.locator('cc-chat').getByText(text)).toBeVisible(soon);
  await page.keyboard.press('Escape');
  await expect(side.locator('cc-chat')).toBeHidden();
  await expect(side.locator('cc-chat-button').getByRole('button')).toBeFocused();
}

test('an agent works a whole day without a mouse (WCAG 2.1.1, 2.4.3, 2.4.7)', async ({
  openAgent,
  openLink,
  makeLink,
}) => {
  test.setTimeout(180_000);
  const ben = desk(await openAgent('ben', undefined, signals.colleague));
  await ben.status.getByRole('radio', { name: 'Away' }).check();
  const page = await openAgent('ana');
  const agent = desk(page);
  // Available: a group of radio buttons is one stop, arrows choose.
  await tabTo(page, /^(Active|Away|Busy|Offline)/);
  await page.keyboard.press('ArrowRight');
  await expect(agent.status.getByRole('radio', { name: 'Away' })).toBeChecked();
  await page.keyboard.press('ArrowLeft');
  await expect(agent.status.getByRole('radio', { name: 'Active' })).toBeChecked();

  const guest = customer(await openLink(await makeLink()));
  await guest.startAudio.click();
  await agent.rings();
  await page.keyboard.press('Alt+Shift+A');
  await tabTo(page, /^Answer/);
  await page.keyboard.press('Enter');
  await bothHear(page, guest.page);

  // The controls are a toolbar: one stop, arrows inside.
  await tabTo(page, /^Mute/);
  await page.keyboard.press('Enter');
  await expect(agent.unmute).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(agent.mute).toBeFocused();

  await arrowTo(page, /^Hold/);
  await page.keyboard.press('Enter');
  await expect(guest.call).toContainText('On hold', soon);
  await expect(agent.resume).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(agent.hold).toBeFocused();
  await bothHear(page, guest.page);

  await tabTo(page, /^Messages/);
  await write(agent, 'Good morning');
  await lookIntoSettings(page);

  await ben.status.getByRole('radio', { name: 'Active' }).check();
  await expect(ben.status.getByRole('radio', { name: 'Active' })).toBeChecked();
  await tabTo(page, /^Hold/);
  await arrowTo(page, /^Transfer/);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Transfer call' });
  await expect(dialog.getByRole('radio', { name: /Ben Carter/ })).toBeVisible(soon);
  await tabTo(page, /Ben Carter/);
  await page.keyboard.press('Space');
  await tabTo(page, /^Talk first/);
  await page.keyboard.press('Enter');
  await ben.rings();
  await ben.answer.click();
  await expect(agent.transfers).toContainText('You are talking to Ben Carter', soon);
  await expect.poll(() => heard(guest.page, signals.agent), soon).toBeLessThan(silence);
  await tabTo(page, /^Bring the customer in/);
  await page.keyboard.press('Enter');
  await expect.poll(() => heard(guest.page, signals.colleague), soon).toBeGreaterThan(-40);
  await tabTo(page, /^Leave the call to Ben Carter/);
  await page.keyboard.press('Enter');
  await expect.poll(() => heard(guest.page, signals.colleague), soon).toBeGreaterThan(-40);

  const note = agent.wrapUp.getByRole('textbox', { name: /Note/ });
  await expect(note).toBeVisible(soon);
  await tabTo(page, /^Note(?!s)/);
  await page.keyboard.type('Ben knows the meter.');
  await tabTo(page, /^Outcome/);
  await page.keyboard.press('ArrowDown');
  await expect(agent.wrapUp.getByRole('combobox', { name: 'Outcome' })).not.toHaveValue('');
  await tabTo(page, /^(Close|Finish)/);
  await page.keyboard.press('Enter');
  await expect(note).toBeHidden(soon);
});

test('a customer calls, waits, talks and rates without a mouse (WCAG 2.1.1, 2.4.7)', async ({
  openAgent,
  openLink,
  makeLink,
}) => {
  test.setTimeout(150_000);
  const page = await openLink(await makeLink());
  const guest = customer(page);
  await expect(guest.startAudio).toBeVisible();
  await tabTo(page, /^Start audio call/);
  await page.keyboard.press('Enter');
  await expect(guest.waiting).toBeVisible();
  // Leaving asks first, and a person who stays keeps the place.
  await tabTo(page, /^Leave/);
  await page.keyboard.press('Enter');
  await expect(guest.waiting.getByRole('button', { name: 'Stay' })).toBeVisible();
  await tabTo(page, /^Stay/);
  await page.keyboard.press('Enter');
  await expect(guest.waiting.getByRole('button', { name: 'Stay' })).toBeHidden();

  const agent = desk(await openAgent('ana'));
  await agent.rings();
  await agent.answer.click();
  await bothHear(agent.page, page);

  await tabTo(page, /^Mute/);
  await page.keyboard.press('Enter');
  await expect.poll(() => heard(agent.page, signals.customer), soon).toBeLessThan(silence);
  await page.keyboard.press('Enter');
  await expect.poll(() => heard(agent.page, signals.customer), soon).toBeGreaterThan(-40);
  await arrowTo(page, /^Messages/);
  await write(guest, 'The meter says 12');
  await arrowTo(page, /^(End|Hang up)/);
  await page.keyboard.press('Enter');

  await expect(guest.ended).toContainText('How was your call?', soon);
  await tabTo(page, /^4 stars/);
  await page.keyboard.press('Enter');
  await expect(guest.ended).toContainText('Thank you. Your rating was sent.');
});

call(
  'a call is passed on, answered and declined without a mouse (WCAG 2.1.1, TRA-1, RCV-10)',
  async ({ inCall: { agent, guest }, openAgent }) => {
    call.setTimeout(150_000);
    const ben = desk(await openAgent('ben', undefined, signals.colleague));

    await tabTo(agent.page, /^Mute/);
    await arrowTo(agent.page, /^Transfer/);
    await agent.page.keyboard.press('Enter');
    const dialog = agent.page.getByRole('dialog', { name: 'Transfer call' });
    const choice = dialog.getByRole('radio', { name: /Ben Carter/ });
    const passOn = async () => {
      await tabTo(agent.page, /Ben Carter/);
      await agent.page.keyboard.press('Space');
      await expect(choice).toBeChecked();
      await tabTo(agent.page, /^Transfer$/);
      await agent.page.keyboard.press('Enter');
      await ben.rings();
      await ben.page.keyboard.press('Alt+Shift+A');
    };
    await expect(choice).toBeVisible(soon);
    await passOn();
    await tabTo(ben.page, /^Decline/);
    await ben.page.keyboard.press('Enter');
    // Back in the dialog, which says why, with the same agent chosen.
    await expect(dialog).toContainText('Ben Carter declined', soon);
    await bothHear(agent.page, guest.page);
    await passOn();
    await tabTo(ben.page, /^Answer/);
    await ben.page.keyboard.press('Enter');
    await expect.poll(() => heard(guest.page, signals.colleague), soon).toBeGreaterThan(-40);
    await tabTo(ben.page, /^Mute/);
    await arrowTo(ben.page, /^(End|Hang up)/);
    await ben.page.keyboard.press('Enter');
    await expect(guest.ended).toBeVisible(soon);
  },
);
