import type { Locator, Page } from '@playwright/test';

/** The messages of one side, in a test's words. */
export const chatOf = (page: Page, window: Locator) => {
  const panel = page.locator('cc-chat');
  return {
    panel,
    /** Opens the panel; a pointer has to move first where controls fade. */
    async open() {
      await page.mouse.move(200, 200);
      await page.mouse.move(240, 240);
      await window.getByRole('button', { name: /^Messages/ }).click();
    },
    button: window.getByRole('button', { name: /^Messages/ }),
    notice: page.locator('cc-chat-notice'),
    field: panel.getByRole('textbox', { name: 'Write a message' }),
    async say(text: string) {
      await panel.getByRole('textbox', { name: 'Write a message' }).fill(text);
      await panel.getByRole('button', { name: 'Send' }).click();
    },
    bubbles: panel.locator('.bubble'),
    state: panel.locator('.state'),
    tryAgain: panel.getByRole('button', { name: 'Try again' }),
  };
};
