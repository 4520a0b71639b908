import { routes } from '@carillon/contract';
import { inboundSecret, startSmtpInbox, type SmtpInbox } from '../packages/link-server/src/testing/smtp-inbox.js';
import { signWebhook } from '../packages/link-server/src/webhook/sign-webhook.js';
import { expect } from './fixtures.js';
import { violations } from './lib/axe.js';
import { bothHear, call } from './lib/in-call.js';

const soon = { timeout: 20_000 };

/** A call whose server has a real mail server beside it, which keeps what it gets. */
const withMail = call.extend<{ inbox: SmtpInbox }>({
  inbox: async ({}, use) => {
    const inbox = await startSmtpInbox();
    await use(inbox);
    await inbox.close();
  },
  stackOptions: async ({ inbox }, use) =>
    use({
      env: {
        SMTP_URL: inbox.url,
        MAIL_FROM: 'Northwind <calls@northwind.example>',
        MAIL_INBOUND_SECRET: inboundSecret,
      },
    }),
});

withMail.beforeEach(async ({}, info) => info.setTimeout(150_000));

withMail(
  'the agent writes an e-mail while the call goes on, and the answer is in the same conversation (MSG-2, MSG-3, MSG-4)',
  async ({ inCall: { agent, guest }, inbox, stack }) => {
    const reply = agent.page.locator('cc-reply-box');
    const log = agent.page.locator('cc-call-log');
    await reply.getByRole('radio', { name: 'E-mail' }).check();
    await reply.getByRole('textbox', { name: 'To' }).fill('marija@example.com');
    await reply.getByRole('textbox', { name: 'Subject' }).fill('Your order');
    await reply.getByRole('textbox', { name: 'Message' }).fill('It is on its way.');
    expect(await violations(agent.page)).toEqual([]);
    await reply.getByRole('button', { name: 'Send' }).click();
    await inbox.arrived(1);
    const [mail] = inbox.mails;
    expect([mail?.to, mail?.head.get('subject'), mail?.body]).toEqual([
      ['marija@example.com'],
      'Your order',
      'It is on its way.',
    ]);
    await expect(reply.getByRole('listitem').filter({ hasText: 'Your order' })).toContainText('Sent', soon);
    await expect(log.getByText('E-mail to the customer')).toBeVisible(soon);
    await bothHear(agent.page, guest.page);
    await expect(agent.card, 'no second call').toBeHidden();

    const body = JSON.stringify({
      messageId: '<answer@mail.example>',
      from: 'marija@example.com',
      to: [mail?.head.get('reply-to') ?? ''],
      subject: 'Re: Your order',
      text: 'Thank you!\n\nNorthwind wrote:\n> It is on its way.',
    });
    const signed = signWebhook({ id: 'msg_1', body, at: Date.now() }, [inboundSecret]);
    const hand = () => fetch(stack.server.url + routes.inboundMail, { method: 'POST', headers: signed, body });
    expect([(await hand()).status, (await hand()).status]).toEqual([200, 200]);
    await expect(log.getByText('E-mail from the customer')).toHaveCount(1, soon);
    await expect(log.getByText('Thank you!')).toBeVisible();
    await expect(log).not.toContainText('> It is');
    await expect(reply.getByRole('textbox', { name: 'Subject' })).toHaveValue('Re: Your order');
    expect(stack.server.log()).not.toMatch(/marija@|Your order|Thank you/);
  },
);

withMail(
  'an e-mail that is refused says so and is sent again by hand, also once the call is over (MSG-2)',
  async ({ inCall: { agent }, inbox }) => {
    const reply = agent.page.locator('cc-reply-box');
    await agent.hangUp.click();
    await expect(reply.getByRole('radio')).toHaveCount(0, soon);
    inbox.refusal = { at: 'RCPT TO', code: 550 };
    await reply.getByRole('textbox', { name: 'To' }).fill('marija@example.com');
    await reply.getByRole('textbox', { name: 'Subject' }).fill('Your order');
    await reply.getByRole('textbox', { name: 'Message' }).fill('It is on its way.');
    await reply.getByRole('button', { name: 'Send' }).click();
    await expect(reply.getByText('Not sent: the address was refused.')).toBeVisible(soon);
    expect(inbox.mails).toHaveLength(0);
    inbox.refusal = null;
    await reply.getByRole('button', { name: 'Send again: Your order' }).click();
    await inbox.arrived(1);
    await expect(reply.getByText('Sent', { exact: true })).toBeVisible(soon);
  },
);

call('there is no e-mail where no mail server is set up (MSG-2)', async ({ inCall: { agent } }) => {
  const reply = agent.page.locator('cc-reply-box');
  await expect(reply.getByRole('textbox', { name: 'Message' })).toBeVisible(soon);
  await expect(reply.getByRole('radio')).toHaveCount(0);
  await expect(reply).not.toContainText('E-mail');
});
