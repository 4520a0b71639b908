import type { Page } from '@playwright/test';
import { expect } from './fixtures.js';
import { violations } from './lib/axe.js';
import { bothHear, call } from './lib/in-call.js';

const rows = (page: Page) => page.locator('cc-shortcut-settings').getByRole('listitem');
const mute = (page: Page) => rows(page).filter({ hasText: 'Mute or unmute' });

/** Opens the shortcuts in the settings of the call, without a mouse. */
async function openShortcuts(page: Page): Promise<void> {
  await page.locator('cc-call-window').getByRole('button', { name: 'Settings', exact: true }).press('Enter');
  await page.getByRole('tab', { name: 'Sound' }).press('End');
  await expect(page.getByRole('tab', { name: 'Shortcuts' })).toBeFocused();
}

const closeSettings = async (page: Page) => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeHidden();
};

call.use({ medium: 'Audio' });

call(
  'an agent gives mute other keys, uses them, finds them after a reload, and switches them off (KEY-1, KEY-4)',
  async ({ inCall: { agent, guest } }) => {
    call.setTimeout(120_000);
    const { page } = agent;
    await openShortcuts(page);
    await expect(rows(page)).toHaveCount(4);
    expect(await violations(page)).toEqual([]);
    await mute(page).getByRole('button').press('Enter');
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('alert')).toHaveText('Ctrl+S is in use for “Share screen or stop”. Take other keys.');
    await page.keyboard.press('Alt+Shift+K');
    await expect(mute(page).getByRole('button')).toHaveText('Alt+Shift+K');
    await expect(mute(page).getByRole('button')).toBeFocused();
    await closeSettings(page);

    await page.keyboard.press('Control+m');
    await expect(agent.mute).toBeVisible();
    await page.keyboard.press('Alt+Shift+K');
    await expect(agent.unmute).toBeVisible();
    await page.keyboard.press('Alt+Shift+K');
    await expect(agent.mute).toBeVisible();

    await page.reload();
    await agent.inCall();
    await bothHear(page, guest.page);
    await page.keyboard.press('Alt+Shift+K');
    await expect(agent.unmute).toBeVisible();
    await page.keyboard.press('Alt+Shift+K');
    await expect(agent.mute).toBeVisible();

    await openShortcuts(page);
    await mute(page).getByRole('checkbox').press('Space');
    await expect(mute(page).getByRole('checkbox')).not.toBeChecked();
    await closeSettings(page);
    await page.keyboard.press('Alt+Shift+K');
    await page.keyboard.press('Control+m');
    // The keys of another shortcut come after them and are heard: those before did nothing.
    await page.keyboard.press('Control+s');
    await expect(agent.unshare).toBeVisible();
    await expect(agent.mute).toBeVisible();
  },
);
