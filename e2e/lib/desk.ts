import { expect, type Page } from '@playwright/test';

/** The agent's side in a test's words. */
export const desk = (page: Page) => {
  const card = page.locator('cc-incoming-call');
  const call = page.locator('cc-call-window');
  const wrapUp = page.locator('cc-wrapup');
  const choose = async (name: string, tab: 'agents' | 'queues', how: 'Transfer' | 'Talk first') => {
    await call.getByRole('button', { name: 'Transfer' }).click();
    const dialog = page.getByRole('dialog', { name: 'Transfer call' });
    if (tab === 'queues') await dialog.getByRole('tab', { name: 'Queues' }).click();
    await dialog.getByRole('radio', { name: new RegExp(name) }).check();
    await dialog.getByRole('button', { name: how, exact: true }).click();
  };
  return {
    page,
    card,
    call,
    wrapUp,
    answer: card.getByRole('button', { name: /^Answer/ }),
    decline: card.getByRole('button', { name: /^Decline/ }),
    hangUp: call.getByRole('button', { name: /^(End|Hang up)/ }),
    mute: call.getByRole('button', { name: /^Mute/ }),
    unmute: call.getByRole('button', { name: /^Unmute/ }),
    share: call.getByRole('button', { name: 'Share screen' }),
    unshare: call.getByRole('button', { name: 'Stop sharing' }),
    hold: call.getByRole('button', { name: /^Hold/ }),
    resume: call.getByRole('button', { name: /^Resume/ }).first(),
    status: page.locator('cc-agent-status'),
    transfer: call.getByRole('button', { name: 'Transfer' }),
    /** What passes a call on: the dialog, or its line while it is closed. */
    transfers: page.locator('cc-transfer-dialog'),
    /** Opens the dialog, chooses by name and passes the call on. */
    transferTo: (name: string, tab: 'agents' | 'queues' = 'agents') => choose(name, tab, 'Transfer'),
    /** The same, but talks to that agent first. */
    consult: (name: string) => choose(name, 'agents', 'Talk first'),
    rings: () => expect(card.getByRole('button', { name: /^Answer/ })).toBeVisible({ timeout: 45_000 }),
    silent: () => expect(card.getByRole('button', { name: /^Answer/ })).toBeHidden(),
    inCall: () => expect(call.getByRole('button', { name: /^(End|Hang up)/ })).toBeVisible({ timeout: 45_000 }),
  };
};

/** The customer's side in a test's words. Controls over a picture fade: call `wake` before using them. */
export const customer = (page: Page) => ({
  page,
  /** Moves the pointer, as a person does who looks for a control. */
  async wake() {
    await page.mouse.move(200, 200);
    await page.mouse.move(240, 240);
  },
  startVideo: page.getByRole('button', { name: 'Start video call' }),
  startAudio: page.getByRole('button', { name: 'Start audio call' }),
  waiting: page.locator('cc-waiting-room'),
  leave: page.locator('cc-waiting-room').getByRole('button', { name: /^Leave/ }),
  call: page.locator('cc-customer-call'),
  hangUp: page.locator('cc-customer-call').getByRole('button', { name: /^(End|Hang up)/ }),
  mute: page.locator('cc-customer-call').getByRole('button', { name: /^Mute/ }),
  share: page.locator('cc-customer-call').getByRole('button', { name: 'Share screen' }),
  unshare: page.locator('cc-customer-call').getByRole('button', { name: 'Stop sharing' }),
  ended: page.locator('cc-call-ended'),
  notice: page.locator('cc-link-notice'),
});
