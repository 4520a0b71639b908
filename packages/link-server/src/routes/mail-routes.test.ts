import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { AgentSnapshot, mailLimits, Message, MessagePage, routes, WrittenMail, type Problem } from '@carillon/contract';
import { Webhook } from 'standardwebhooks';
import { MailLoop } from '../mail/mail-loop.js';
import { smtpMailer } from '../mail/smtp-mailer.js';
import { createHttpBench, type HttpBench } from '../testing/http-bench.js';
import { inboundSecret, mailConfigFor, startSmtpInbox, type SmtpInbox } from '../testing/smtp-inbox.js';

describe('the routes of e-mail (MSG-2)', () => {
  let bench: HttpBench;
  let inbox: SmtpInbox;
  let agent: string;
  let path: string;
  let list: string;
  beforeEach(async () => {
    inbox = await startSmtpInbox();
    bench = await createHttpBench({
      settings: { mailDomain: 'northwind.example' },
      app: { inboundMailSecret: inboundSecret },
    });
    agent = (await bench.talking()).agent;
    const { call } = AgentSnapshot.parse((await bench.ask(routes.agentState, { bearer: agent })).json);
    path = routes.conversationMails(call?.conversationId ?? '');
    list = routes.conversationMessages(call?.conversationId ?? '');
  });
  afterEach(async () => {
    await bench.close();
    await inbox.close();
  });

  let ids = 0;
  const mail = (more: object = {}) => ({
    ...{ clientId: `mail-number-${++ids}`, to: 'Marija@Example.com', subject: 'Your order', text: 'It is here.' },
    ...more,
  });
  const deliver = () => new MailLoop(bench.deps, smtpMailer(mailConfigFor(inbox))).runDue();
  const messages = async () => MessagePage.parse((await bench.ask(list, { bearer: agent })).json);
  const refusal = ({ status, json }: { status: number; json: unknown }) => [status, (json as Problem).code];

  /** An answer, signed as whatever receives mail for the company does. */
  function answer(more: object = {}, { secret = inboundSecret, at = bench.deps.now(), body: sent = '' } = {}) {
    const to = inbox.mails[0]?.head.get('reply-to') ?? '';
    const body =
      sent ||
      JSON.stringify({
        ...{ messageId: `<${++ids}@mail.example>`, from: 'marija@example.com', to: [to], text: 'Thanks' },
        ...more,
      });
    const headers = {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(at / 1_000)),
      'webhook-signature': new Webhook(secret).sign('msg_1', new Date(at), body),
    };
    return bench.ask(routes.inboundMail, { body, headers });
  }

  it('answer with the mail as it is kept, send it, and take the answer to it', async () => {
    const { status, json } = await bench.ask(path, { bearer: agent, body: mail() });
    const { message } = WrittenMail.parse(json);
    assert.deepEqual([status, message.mail?.address, message.mail?.state], [200, 'marija@example.com', 'sending']);
    await deliver();
    assert.deepEqual((await answer({ name: 'Marija', subject: 'Re:\r\n Your order' })).json, {
      ...{ repeated: false, serverNow: bench.deps.now() },
    });
    const { messages: all, channels } = await messages();
    assert.deepEqual(channels, ['call_chat', 'email']);
    assert.deepEqual(
      all.map(({ sender, text, mail: about }) => [sender, text, about?.subject, about?.state]),
      [
        ['agent', 'It is here.', 'Your order', 'sent'],
        ['customer', 'Thanks', 'Re: Your order', 'received'],
      ],
    );
  });

  for (const [title, wrong] of [
    ['no address', { to: undefined }],
    ['no address that is one', { to: 'marija' }],
    ['two addresses', { to: 'a@x.example,b@x.example' }],
    ['an address with a name', { to: 'Marija <a@x.example>' }],
    ['an address of two lines', { to: 'a@x.example\r\nBcc: b@x.example' }],
    ['an address of 255 characters', { to: `a@${'b.'.repeat(126)}c` }],
    ['no subject', { subject: ' ' }],
    ['a subject of two lines', { subject: 'Hi\r\nBcc: b@x.example' }],
    ['a subject of a line of another alphabet', { subject: 'Hi\u2028Bcc: b@x.example' }],
    ['a subject of 201 characters', { subject: 'a'.repeat(mailLimits.subject + 1) }],
    ['no text', { text: '\n' }],
    ['a text of 10,001 characters', { text: 'a'.repeat(mailLimits.text + 1) }],
    ['a word beside them', { bcc: 'b@x.example' }],
    ['files', { attachments: [{ path: '/etc/passwd' }] }],
    ['no id', { clientId: '' }],
  ] as const)
    it(`refuse ${title}, without an echo`, async () => {
      const refused = await bench.ask(path, { bearer: agent, body: mail(wrong) });
      assert.deepEqual(refusal(refused), [400, 'invalid_request']);
      assert.doesNotMatch(refused.text, /x\.example|aaaa/);
      assert.deepEqual((await messages()).messages, []);
    });

  it('take the longest subject and text, and send them', async () => {
    const body = mail({ subject: 'ä'.repeat(mailLimits.subject), text: '😀'.repeat(mailLimits.text) });
    assert.equal((await bench.ask(path, { bearer: agent, body })).status, 200);
    assert.equal(await deliver(), 1);
    assert.equal(inbox.mails.length, 1);
  });

  it('send a mail again that has failed, and leave others alone', async () => {
    inbox.refusal = { at: 'RCPT TO', code: 550 };
    const { message } = WrittenMail.parse((await bench.ask(path, { bearer: agent, body: mail() })).json);
    await deliver();
    inbox.refusal = null;
    const retry = () => bench.ask(routes.mailRetry(message.id), { bearer: agent, body: {} });
    assert.equal(Message.parse((await retry()).json).mail?.state, 'sending');
    await deliver();
    assert.equal(Message.parse((await retry()).json).mail?.state, 'sent');
    assert.equal(inbox.mails.length, 1);
    const chat = await bench.ask(list, { bearer: agent, body: { clientId: 'beside-it', text: 'Hi' } });
    const other = await bench.ask(routes.mailRetry(Message.parse(chat.json).id), { bearer: agent, body: {} });
    assert.deepEqual(refusal(other), [404, 'not_found']);
  });

  it('let an agent send so many a minute', async () => {
    const statuses: number[] = [];
    for (let n = 0; n <= mailLimits.perMinute; n++)
      statuses.push((await bench.ask(path, { bearer: agent, body: mail() })).status);
    assert.deepEqual([statuses.indexOf(429), statuses.length], [mailLimits.perMinute, mailLimits.perMinute + 1]);
  });

  it('take no answer that is not signed, or was signed long ago, or by somebody else', async () => {
    await bench.ask(path, { bearer: agent, body: mail() });
    await deliver();
    const other = `whsec_${Buffer.alloc(32, 'other').toString('base64')}`;
    for (const refused of [
      await answer({}, { secret: other }),
      await answer({}, { at: bench.deps.now() - 301_000 }),
      await bench.ask(routes.inboundMail, { body: {} }),
      await bench.ask(routes.inboundMail, { bearer: agent, body: {} }),
    ])
      assert.deepEqual(refusal(refused), [401, 'unauthenticated']);
    assert.equal((await messages()).messages.length, 1);
  });

  it('take none where no secret is set', async () => {
    const own = await createHttpBench();
    const body = '{}';
    const headers = { 'webhook-id': 'a', 'webhook-timestamp': '1800000000', 'webhook-signature': 'v1,' };
    assert.deepEqual(refusal(await own.ask(routes.inboundMail, { body, headers })), [401, 'unauthenticated']);
    await own.close();
  });

  it('take an answer once, however often it is handed on', async () => {
    await bench.ask(path, { bearer: agent, body: mail() });
    await deliver();
    const once = { messageId: '<the-same@mail.example>' };
    const taken = [await answer(once), await answer(once)].map(({ json }) => (json as { repeated: boolean }).repeated);
    assert.deepEqual(taken, [false, true]);
    assert.equal((await messages()).messages.length, 2);
  });

  it('refuse a signed answer that belongs nowhere, is no mail, or is too large', async () => {
    await bench.ask(path, { bearer: agent, body: mail() });
    await deliver();
    assert.deepEqual(refusal(await answer({ to: ['x@y.example'] })), [404, 'mail_thread_unknown']);
    for (const wrong of [
      { messageId: 'no-brackets' },
      { messageId: '<two\r\nlines@x>' },
      { from: 'nobody' },
      { to: 'x' },
      { html: '<b>Hi</b>' },
      { text: 7 },
      { text: 'a'.repeat(100_001) },
    ])
      assert.deepEqual(refusal(await answer(wrong)), [400, 'invalid_request'], JSON.stringify(wrong).slice(0, 60));
    assert.deepEqual(refusal(await answer({}, { body: 'no json' })), [400, 'invalid_request']);
    assert.deepEqual(refusal(await answer({ text: 'a'.repeat(140_000) })), [413, 'body_too_large']);
    assert.equal((await messages()).messages.length, 1);
  });

  it('never log an address, a subject or a text', async () => {
    await bench.ask(path, { bearer: agent, body: mail({ to: 'canary@x.example', subject: 'CANARY', text: 'CANARY' }) });
    await bench.ask(path, { bearer: agent, body: mail({ to: 'canary' }) });
    inbox.refusal = { at: 'RCPT TO', code: 550 };
    await deliver();
    await answer({ from: 'canary@x.example', text: 'CANARY' });
    assert.ok(bench.log.lines.some(({ event }) => event === 'mail_not_sent'));
    assert.doesNotMatch(JSON.stringify(bench.log.lines), /canary/i);
  });
});
