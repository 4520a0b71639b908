import type { Page } from '@playwright/test';

/** Seconds of the call timer that a side shows. */
export async function callTimer(page: Page): Promise<number> {
  const [minutes = '0', seconds = '0'] = (await page.getByRole('timer').first().innerText()).split(':');
  return Number(minutes) * 60 + Number(seconds);
}
