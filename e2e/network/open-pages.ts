import type { Page } from '@playwright/test';

/** The pages at the ends of lines, of this process, and what went wrong in each. */
const pages = new Map<Page, string[]>();

/** Keeps what a page says from now on, for a failure that has no trace: the pages of lines are not the test runner's. */
export function watchPage(page: Page): void {
  const said: string[] = [];
  pages.set(page, said);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') said.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', ({ message }) => said.push(`thrown: ${message}`));
  page.on('requestfailed', (request) => said.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`));
}

/** What each open page shows, and what it said: for the message of a failure. */
export async function describePages(): Promise<string> {
  const described = [...pages].map(async ([page, said]) => {
    const shown = await page
      .locator('body')
      .ariaSnapshot({ timeout: 2_000 })
      .catch((error: unknown) => `not readable: ${String(error)}`);
    return [`the page at ${page.url()} shows`, shown, ...said].join('\n');
  });
  return (await Promise.all(described)).join('\n\n');
}
