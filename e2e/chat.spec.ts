import { expect, test } from './fixtures.js';
import { violations } from './lib/axe.js';
import { chatOf } from './lib/chat.js';
import { customer } from './lib/desk.js';
import { bothHear, call } from './lib/in-call.js';

const soon = { timeout: 20_000 };

test.beforeEach(async ({}, info) => info.setTimeout(150_000));

call(
  'both write during the call, in one order, and it is in the conversation (MSG-1, MSG-4)',
  async ({ inCall: { agent, guest } }) => {
    const [ana, marija] = [chatOf(agent.page, agent.call), chatOf(guest.page, guest.call)];
    await marija.open();
    await marija.say('Hello, my order has not arrived');
    // The agent's panel is closed: a number and a notice tell.
    await expect(ana.button).toHaveAccessibleName('Messages, 1 new', soon);
    await expect(ana.notice).toContainText('my order has not arrived');
    await ana.open();
    await expect(marija.state.last()).toHaveText('Delivered', soon);
    await expect(ana.button).toHaveAccessibleName('Messages');
    await ana.say('Good morning');
    await ana.say('Which number does it have?');
    await marija.say('It is 4711');
    const lines = ['Hello, my order has not arrived', 'Good morning', 'Which number does it have?', 'It is 4711'];
    for (const side of [ana, marija]) await expect(side.bubbles).toHaveText(lines, soon);
    await expect(ana.state.last()).toHaveText('Delivered', soon);

    // A reload shows what was written, and nothing of it is new.
    await guest.page.reload();
    await expect(marija.button).toHaveAccessibleName('Messages', soon);
    await marija.open();
    await expect(marija.bubbles).toHaveText(lines, soon);
    await bothHear(agent.page, guest.page);

    await agent.hangUp.click();
    // The panel of messages may still be there, with the same words.
    const conversation = agent.page.locator('cc-conversation');
    await expect(conversation.getByText('It is 4711')).toBeVisible(soon);
    await expect(conversation.getByText(/Message from the customer/).first()).toBeVisible();
  },
);

call(
  'a browser that was offline catches up, loses nothing and doubles nothing (MSG-1, F14)',
  async ({ inCall: { agent, guest } }) => {
    const [ana, marija] = [chatOf(agent.page, agent.call), chatOf(guest.page, guest.call)];
    await marija.open();
    await ana.open();
    await ana.say('before');
    await expect(marija.bubbles).toHaveText(['before'], soon);

    await guest.page.context().setOffline(true);
    await marija.say('written without a network');
    for (let n = 1; n <= 12; n++) await ana.say(`meanwhile ${n}`);
    await expect(marija.state.filter({ hasText: 'Not sent: there is no connection' })).toBeVisible(soon);
    await expect(ana.state.last()).toHaveText('Sent');

    await guest.page.context().setOffline(false);
    const meanwhile = Array.from({ length: 12 }, (_, n) => `meanwhile ${n + 1}`);
    await expect(marija.bubbles).toHaveText(['before', ...meanwhile, 'written without a network'], soon);
    await expect(ana.state.last()).toHaveText('Delivered', soon);
    await marija.tryAgain.click();
    const all = ['before', ...meanwhile, 'written without a network'];
    for (const side of [ana, marija]) await expect(side.bubbles).toHaveText(all, soon);
    await expect(marija.tryAgain).toBeHidden();
  },
);

call(
  'an answer that is lost and a server that is killed keep a message once (MSG-1, F10)',
  async ({ stack, inCall: { agent, guest } }) => {
    const [ana, marija] = [chatOf(agent.page, agent.call), chatOf(guest.page, guest.call)];
    await marija.open();
    await ana.open();
    // The server takes it, and its answer never arrives: the browser sends it again.
    let lost = 0;
    await guest.page.route('**/v1/join/*/messages', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost++;
      await route.fetch();
      return route.abort('connectionreset');
    });
    await marija.say('said once');
    await expect(ana.bubbles).toHaveText(['said once'], soon);
    await expect(marija.bubbles).toHaveText(['said once'], soon);
    expect(lost).toBe(1);

    await stack.server.kill();
    await marija.say('said to nobody');
    await stack.server.start();
    if (await marija.tryAgain.isVisible()) await marija.tryAgain.click();
    for (const side of [ana, marija])
      await expect(side.bubbles).toHaveText(['said once', 'said to nobody'], { timeout: 60_000 });
  },
);

call(
  'an agent notes something after the wrap-up, and reads it again after a reload (WRP-2)',
  async ({ inCall: { agent } }) => {
    const { page, wrapUp } = agent;
    const conversation = page.locator('cc-conversation');
    const notes = conversation.getByRole('region', { name: 'Notes' });
    const said = 'The parcel leaves tomorrow.\nTell her the number.';
    await agent.hangUp.click();
    await wrapUp.getByRole('textbox', { name: /Note/ }).fill('Asks where 4711 is.');
    await wrapUp.getByRole('button', { name: /^Close/ }).click();
    await expect(wrapUp.getByRole('textbox', { name: /Note/ })).toBeHidden(soon);

    await notes.getByRole('button', { name: /^Notes/ }).click();
    await notes.getByRole('textbox', { name: 'New note' }).fill(said);
    await page.keyboard.press('Control+Enter');
    await expect(notes.getByRole('listitem')).toHaveCount(2, soon);
    await expect(notes.getByRole('listitem').first()).toContainText('Ana');
    await expect(notes.getByRole('textbox', { name: 'New note' })).toHaveValue('');
    await expect(conversation.locator('cc-call-log').getByText('Tell her the number.')).toBeVisible(soon);
    expect(await violations(page)).toEqual([]);

    await page.reload();
    await page.locator('cc-work-list').getByText('Marija').first().click();
    await notes.getByRole('button', { name: 'Notes 2' }).click(soon);
    await expect(notes.getByRole('listitem').first()).toContainText('The parcel leaves tomorrow.');
    await expect(notes.getByRole('listitem').last()).toContainText('Asks where 4711 is.');
  },
);

call(
  'an agent sends a call link of the conversation into the messages, and it opens (LNK-8, LNK-11)',
  async ({ openLink, inCall: { agent, guest } }) => {
    const marija = chatOf(guest.page, guest.call);
    await marija.open();
    await agent.page.locator('cc-conversation').getByRole('button', { name: 'Generate call link' }).click();
    const generator = agent.page.locator('cc-call-link-generator');
    await generator.getByRole('button', { name: 'Generate' }).click();
    const url = await generator.getByLabel('Call link', { exact: true }).inputValue();
    await generator.getByRole('button', { name: 'Send' }).click();
    await expect(generator).toContainText('Sent. The customer reads it in the messages of the call.');
    const link = marija.panel.getByRole('link', { name: url });
    await expect(link).toHaveAttribute('href', url, soon);
    const next = customer(await openLink(url));
    await expect(next.startVideo).toBeVisible(soon);

    // Once nobody would read it, it says so.
    await agent.page.keyboard.press('Escape');
    await agent.hangUp.click();
    await agent.page.locator('cc-conversation').getByRole('button', { name: 'Generate call link' }).click();
    await generator
      .getByRole('button', { name: /^Generate/ })
      .last()
      .click();
    await generator.getByRole('button', { name: 'Send' }).click();
    await expect(generator).toContainText('The customer cannot be written to just now.');
    await expect(generator.getByRole('button', { name: 'Copy link' })).toBeFocused();
  },
);

call('hostile texts are texts and nothing else (T20)', async ({ inCall: { agent, guest } }) => {
  const [ana, marija] = [chatOf(agent.page, agent.call), chatOf(guest.page, guest.call)];
  const faults: string[] = [];
  for (const page of [agent.page, guest.page]) {
    page.on('dialog', (dialog) => {
      faults.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => faults.push(error.message));
  }
  await marija.open();
  await ana.open();
  const markup = '<img src=x onerror="alert(1)"><script>alert(2)</script> javascript:alert(3)';
  await marija.say(markup);
  await marija.say('invoice\u202efdp.exe');
  await marija.say('👩‍👩‍👧‍👦'.repeat(50));
  await expect(ana.bubbles).toHaveText([markup, 'invoicefdp.exe', '👩‍👩‍👧‍👦'.repeat(50)], soon);
  expect(await ana.panel.locator('.bubble img, .bubble script, .bubble a').count()).toBe(0);

  // Far too much stays in the field, with how much is too much, and can be shortened.
  await marija.field.fill('x'.repeat(100_000));
  await expect(marija.panel).toContainText('98,000 characters too many');
  await marija.field.press('Enter');
  await expect(marija.panel.getByRole('button', { name: 'Send' })).toBeDisabled();
  await marija.say('x'.repeat(2_000));
  await expect(ana.bubbles.last()).toHaveText('x'.repeat(2_000), soon);

  for (const address of ['https://example.test/a?b=c', 'http://example.test/']) {
    await ana.say(`see ${address}.`);
    const link = marija.panel.getByRole('link', { name: address });
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer', soon);
    await expect(link).toHaveAttribute('href', address);
  }
  expect(faults).toEqual([]);
});
