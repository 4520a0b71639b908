import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { mailConfigFor, startSmtpInbox, type SmtpInbox, type SmtpInboxOptions } from '../testing/smtp-inbox.js';
import type { OutgoingMail } from './mailer.js';
import { outcomeOf, smtpMailer } from './smtp-mailer.js';

const login = { user: 'carillon', pass: 'pass:w@rd %' };
const mail: OutgoingMail = {
  to: 'marija@example.com',
  subject: 'Grüße',
  text: 'Ž 👋\nSecond line',
  mailId: '<msg_1.abc@northwind.example>',
  references: ['<a@x.example>', '<b@x.example>'],
  token: '0'.repeat(32),
};

describe('sending by SMTP', () => {
  let inbox: SmtpInbox;
  afterEach(() => inbox.close());
  const open = async (options: SmtpInboxOptions = {}) => (inbox = await startSmtpInbox(options));

  it('carries id, thread and answer address, and every character', async () => {
    await open();
    assert.deepEqual(await smtpMailer(mailConfigFor(inbox))(mail), { sent: true });
    const [arrived] = inbox.mails;
    assert.deepEqual(
      ['message-id', 'in-reply-to', 'references', 'reply-to'].map((name) => arrived?.head.get(name)),
      [
        mail.mailId,
        '<b@x.example>',
        '<a@x.example> <b@x.example>',
        `Northwind <answers+${mail.token}@northwind.example>`,
      ],
    );
    const encoding = arrived?.head.get('content-transfer-encoding') ?? '';
    const body = encoding === 'base64' ? Buffer.from(arrived?.body ?? '', 'base64').toString() : (arrived?.body ?? '');
    assert.match(encoding === 'quoted-printable' ? unquotedPrintable(body) : body, /^Ž 👋\r?\nSecond line$/);
  });

  it('names no address of a conversation where no answers are taken', async () => {
    await open();
    await smtpMailer({ ...mailConfigFor(inbox), inboundSecret: null })({ ...mail, references: [] });
    const { head } = inbox.mails[0] ?? assert.fail();
    assert.equal(head.get('reply-to'), 'Northwind <answers@northwind.example>');
    assert.deepEqual([head.has('in-reply-to'), head.has('references')], [false, false]);
  });

  it('signs in where the mail server asks for it', async () => {
    await open({ login });
    assert.deepEqual(await smtpMailer(mailConfigFor(inbox, login))(mail), { sent: true });
  });

  it('is tried again where the password is wrong: somebody may put it right', async () => {
    await open({ login });
    const outcome = await smtpMailer(mailConfigFor(inbox, { ...login, pass: 'wrong' }))(mail);
    assert.deepEqual(outcome, { sent: false, failure: 'server_unavailable', final: false, status: 535 });
  });

  it('says nothing to a mail server without TLS where TLS is asked for', async () => {
    await open({ login });
    const config = mailConfigFor(inbox, login);
    const outcome = await smtpMailer({ ...config, smtp: { ...config.smtp, requireTls: true } })(mail);
    assert.deepEqual([outcome.sent, inbox.mails.length], [false, 0]);
  });

  for (const [at, code, expected] of [
    ['RCPT TO', 550, { failure: 'address_refused', final: true, status: 550 }],
    ['RCPT TO', 450, { failure: 'address_refused', final: false, status: 450 }],
    ['DATA', 552, { failure: 'mail_refused', final: true, status: 552 }],
    ['DATA', 451, { failure: 'server_unavailable', final: false, status: 451 }],
  ] as const)
    it(`says what a ${code} after ${at} means`, async () => {
      await open();
      inbox.refusal = { at, code };
      assert.deepEqual(await smtpMailer(mailConfigFor(inbox))(mail), { sent: false, ...expected });
    });

  it('never throws, whatever was thrown', () => {
    for (const fault of [{}, { code: 'ECONNECTION' }, { code: 'EABORT' }, { responseCode: 599 }])
      assert.equal(outcomeOf(fault).sent, false);
  });
});

const unquotedPrintable = (text: string) =>
  Buffer.from(
    text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString();
