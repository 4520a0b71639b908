import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { InboundMail, MailMark, type Message } from '@carillon/contract';
import { customerLeave } from '../call/customer-leave.js';
import { readConversationDetail } from '../conversation/read-conversation.js';
import { listConversations } from '../conversation/list-conversations.js';
import { listAgentMessages, sendAgentMessage } from '../message/agent-messages.js';
import { listCustomerMessages } from '../message/customer-messages.js';
import { createPerson } from '../person/create-person.js';
import { forgetPerson } from '../person/forget-person.js';
import { ensureQueue } from '../queue/ensure-queue.js';
import { createCallCenter, restart, type CallCenter } from '../testing/call-center.js';
import { mailConfigFor, startSmtpInbox, type SmtpInbox } from '../testing/smtp-inbox.js';
import { agentStream } from '../transition/publish-changes.js';
import { deliverMail, type WaitingMail } from './deliver-mail.js';
import { MailLoop } from './mail-loop.js';
import type { SendMail } from './mailer.js';
import { retryMail } from './retry-mail.js';
import { sendMail } from './send-mail.js';
import { smtpMailer } from './smtp-mailer.js';
import { takeMail } from './take-mail.js';

const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;
const settings = { mailDomain: 'northwind.example' };
const marija = 'marija@example.com';

describe('e-mail in a conversation (MSG-2, MSG-4, MSG-5)', () => {
  let center: CallCenter;
  let inbox: SmtpInbox;
  let send: SendMail;
  let sent = 0;
  beforeEach(async () => {
    center = await createCallCenter({ settings });
    inbox = await startSmtpInbox();
    send = smtpMailer(mailConfigFor(inbox));
  });
  afterEach(async () => {
    await center.close();
    await inbox.close();
  });

  /** Sends what is due. */
  const deliver = () => new MailLoop(center.deps, send).runDue();

  /** An agent on a call, and what they can do in its conversation. */
  async function talking() {
    const { ana, guest, callId } = await center.talking();
    const conversationId = (await ana.state()).call?.conversationId ?? '';
    const own = { agentId: ana.id, conversationId };
    return { ana, guest, callId, own, conversationId, ...actionsOf(own) };
  }

  const actionsOf = (own: { readonly agentId: string; readonly conversationId: string }) => ({
    write: (more: Partial<{ to: string; subject: string; text: string; clientId: string }> = {}) =>
      sendMail(center.deps, {
        ...own,
        ...{ clientId: `mail-of-ana-${++sent}`, to: marija, subject: 'Your order', text: 'It is on its way.', ...more },
      }),
    list: async () => (await listAgentMessages(center.deps, own)).messages,
    channels: async () => (await listAgentMessages(center.deps, own)).channels,
  });

  /** A customer's answer to the mail that arrived last, as their program writes it. */
  const answerTo = (index: number, more: object = {}): InboundMail => {
    const head = inbox.mails[index]?.head ?? new Map<string, string>();
    return InboundMail.parse({
      ...{ messageId: `<answer-${++sent}@mail.example>`, from: marija, to: [head.get('reply-to') ?? ''] },
      ...{
        subject: 'Re: Your order',
        text: 'Thank you!\n\nOn Monday Northwind wrote:\n> It is on its way.\n',
        ...more,
      },
    });
  };
  const states = (messages: readonly Message[]) => messages.map(({ mail }) => mail?.state);

  /** The marks of mails on an agent's stream, as they were told. */
  async function marks(agentId: string) {
    const { events } = await center.deps.streams.readEvents(agentStream(agentId), 0);
    return events.filter(({ type }) => type === 'mail').map(({ body }) => MailMark.parse(JSON.parse(body)));
  }

  it('goes out by SMTP while the call goes on, and is in the conversation with what became of it', async () => {
    const { ana, write, list, conversationId } = await talking();
    const { message, conversationId: kept } = await write();
    assert.equal(kept, conversationId);
    assert.deepEqual(message.mail, { address: marija, subject: 'Your order', state: 'sending', failure: null });
    assert.equal(await deliver(), 1);
    const [mail] = inbox.mails;
    assert.deepEqual(mail?.to, [marija]);
    assert.deepEqual(
      ['from', 'to', 'subject', 'content-type'].map((name) => mail?.head.get(name)),
      ['Northwind <calls@northwind.example>', marija, 'Your order', 'text/plain; charset=utf-8'],
    );
    assert.equal(mail?.body, 'It is on its way.');
    const [listed] = await list();
    assert.deepEqual([listed?.channel, listed?.mail?.state, listed?.deliveredAt], ['email', 'sent', center.deps.now()]);
    assert.equal((await ana.state()).call?.state, 'active', 'there is one call, as before');
    assert.equal(await deliver(), 0);
  });

  it('is told on the streams of its queue as ids and words, and nowhere with an address or a text', async () => {
    const { ana, write } = await talking();
    const ben = await center.agent('Ben');
    const { message } = await write({
      text: 'SECRET-WORDS',
      subject: 'SECRET-SUBJECT',
      to: 'secret-address@example.com',
    });
    await deliver();
    for (const { id } of [ana, ben])
      assert.deepEqual(
        (await marks(id)).map(({ messageId, seq, state }) => [messageId, seq, state]),
        [
          [message.id, 1, 'sending'],
          [message.id, 1, 'sent'],
        ],
      );
    const told = await center.deps.db.read((q) => q.all('select body from event'));
    assert.doesNotMatch(JSON.stringify(told), /secret/i);
    assert.doesNotMatch(JSON.stringify(center.log.lines), /secret/i);
  });

  it('is no message of the customer’s page, and no sign that their page has what was written beside the call', async () => {
    const { ana, guest, own, write } = await talking();
    await sendAgentMessage(center.deps, { ...own, clientId: 'beside-the-call', text: 'Hello' });
    await write();
    await deliver();
    const { messages } = await listCustomerMessages(center.deps, guest.key);
    assert.deepEqual(
      messages.map(({ text }) => text),
      ['Hello'],
    );
    const { events } = await center.deps.streams.readEvents(agentStream(ana.id), 0);
    const { body } = events.findLast(({ type }) => type === 'messages') ?? assert.fail();
    assert.deepEqual(JSON.parse(body), { conversationId: own.conversationId, newest: 2, delivered: 0 });
  });

  it('is one mail when it is sent again, also at once and after a crash; another one under its id is refused', async () => {
    const { write, own } = await talking();
    const again = () => write({ clientId: 'the-same-id' });
    const answers = await Promise.all([again(), again(), again()]);
    assert.equal(new Set(answers.map(({ message }) => message.id)).size, 1);
    await assert.rejects(write({ clientId: 'the-same-id', text: 'Other' }), code('idempotency_mismatch'));
    await assert.rejects(write({ clientId: 'the-same-id', to: 'other@example.com' }), code('idempotency_mismatch'));
    const { now, left } = await center.crash();
    center = await createCallCenter({ now, left, settings });
    assert.equal((await actionsOf(own).write({ clientId: 'the-same-id' })).message.id, answers[0]?.message.id);
    await deliver();
    assert.equal(inbox.mails.length, 1);
    const chat = { ...own, clientId: 'beside-the-call', text: 'Hello' };
    await sendAgentMessage(center.deps, chat);
    await assert.rejects(actionsOf(own).write({ clientId: 'beside-the-call' }), code('idempotency_mismatch'));
    await assert.rejects(
      sendAgentMessage(center.deps, { ...chat, clientId: 'the-same-id' }),
      code('idempotency_mismatch'),
    );
  });

  it('survives a crash before it was sent', async () => {
    const { write } = await talking();
    await write();
    center = await restart(center);
    await deliver();
    assert.equal(inbox.mails.length, 1);
  });

  it('is sent again under its old id after a crash in the middle, and not before that attempt must be over', async () => {
    const { write } = await talking();
    await write();
    let killed: () => void = () => undefined;
    const hanging: SendMail = async (mail) => {
      await send(mail);
      killed();
      return new Promise(() => undefined);
    };
    const taken = new Promise<void>((resolve) => (killed = resolve));
    const [waiting] = await center.deps.db.read((q) =>
      q.all<WaitingMail>('select id, next_at, attempts from message where next_at is not null'),
    );
    void deliverMail(center.deps, hanging, waiting ?? assert.fail());
    await taken;
    center = await restart(center);
    assert.equal(await deliver(), 0);
    center = await restart(center, 180_000);
    assert.equal(await deliver(), 1);
    assert.deepEqual([inbox.mails.length, new Set(inbox.mails.map(({ head }) => head.get('message-id'))).size], [2, 1]);
  });

  it('is sent by one of two servers', async () => {
    const { write } = await talking();
    await write();
    assert.deepEqual((await Promise.all([deliver(), deliver()])).length, 2);
    assert.equal(inbox.mails.length, 1);
  });

  it('is tried again by itself while the mail server cannot take it, and has failed after an hour', async () => {
    const { ana, write, list } = await talking();
    inbox.refusal = { at: 'RCPT TO', code: 451 };
    await write();
    for (const [index, pause] of [10, 60, 300, 900, 1_800].entries()) {
      assert.equal(await deliver(), 1, `attempt ${index + 1}`);
      assert.deepEqual(states(await list()), ['sending']);
      center.clock.moveTo(center.deps.now() + pause * 1_000 - 1);
      assert.equal(await deliver(), 0);
      center.clock.moveTo(center.deps.now() + 1);
    }
    assert.equal(await deliver(), 1);
    const [message] = await list();
    assert.deepEqual([message?.mail?.state, message?.mail?.failure], ['failed', 'address_refused']);
    assert.deepEqual((await marks(ana.id)).at(-1)?.state, 'failed');
    assert.equal(await deliver(), 0);
    assert.equal(inbox.mails.length, 0);
  });

  for (const [title, refusal, failure] of [
    ['address is refused', { at: 'RCPT TO', code: 550 }, 'address_refused'],
    ['mail is refused', { at: 'DATA', code: 554 }, 'mail_refused'],
  ] as const)
    it(`has failed at once where the ${title} for good, and can be sent again under its old id`, async () => {
      const { ana, write, list } = await talking();
      inbox.refusal = refusal;
      const { message } = await write();
      await deliver();
      assert.deepEqual((await list())[0]?.mail, { ...message.mail, state: 'failed', failure });
      assert.equal((await list())[0]?.deliveredAt, null);
      inbox.refusal = null;
      const which = { agentId: ana.id, messageId: message.id };
      const retried = await Promise.all([retryMail(center.deps, which), retryMail(center.deps, which)]);
      assert.deepEqual(states(retried), ['sending', 'sending']);
      await deliver();
      assert.deepEqual([states(await list()), inbox.mails.length], [['sent'], 1]);
      assert.equal((await retryMail(center.deps, which)).mail?.state, 'sent', 'what was sent is left alone');
      assert.equal(await deliver(), 0);
      assert.deepEqual(
        (await marks(ana.id)).map(({ state }) => state),
        ['sending', 'failed', 'sending', 'sent'],
      );
    });

  it('waits while there is no mail server, and says so in the log without saying to whom', async () => {
    const { write, list } = await talking();
    const { port } = inbox;
    await inbox.close();
    await write();
    await deliver();
    assert.deepEqual(states(await list()), ['sending']);
    const warned = center.log.lines.filter(({ event }) => event === 'mail_not_sent');
    assert.deepEqual(
      warned.map(({ fields }) => fields),
      [{ reason: 'server_unavailable', status: null, tries: 1 }],
    );
    inbox = await startSmtpInbox({ port });
    center.clock.moveTo(center.deps.now() + 10_000);
    await deliver();
    assert.deepEqual(states(await list()), ['sent']);
  });

  it('is sent once more where the mail server left without a word of it: it may not have it', async () => {
    const { write, list } = await talking();
    inbox.silent = true;
    await write();
    await deliver();
    assert.deepEqual(states(await list()), ['sending']);
    center.clock.moveTo(center.deps.now() + 10_000);
    await deliver();
    assert.deepEqual([states(await list()), inbox.mails.length], [['sent'], 2]);
  });

  it('is sent by a loop that runs, as soon as it is committed', async () => {
    const { write } = await talking();
    const loop = new MailLoop(center.deps, send, { after: () => () => undefined });
    loop.start();
    await write();
    await inbox.arrived(1);
    await loop.stop();
    assert.equal(await deliver(), 0);
  });

  it('can never say more than one line of a head, whatever it is called', async () => {
    const { write } = await talking();
    await write({
      subject: '=?utf-8?q?x=0ABcc:_a=40b.example?= Grüße 👋 "x" <y@z>',
      text: '.\n..\nBcc: a@b.example\n.',
    });
    await deliver();
    const [mail] = inbox.mails;
    assert.deepEqual(mail?.to, [marija]);
    assert.equal(mail?.head.has('bcc'), false);
    assert.equal(mail?.body, '.\r\n..\r\nBcc: a@b.example\r\n.');
  });

  it('does not exist without a mail server', async () => {
    await center.close();
    center = await createCallCenter();
    const { write, channels } = await talking();
    assert.deepEqual(await channels(), ['call_chat']);
    await assert.rejects(write(), code('mail_unavailable'));
  });

  it('waits, and cannot be asked for again, where the mail server was taken out of the settings', async () => {
    const { ana, write, list } = await talking();
    const { message } = await write();
    center = await restart(center);
    const retry = () => retryMail(center.deps, { agentId: ana.id, messageId: message.id });
    await assert.rejects(retry(), code('mail_unavailable'));
    assert.deepEqual(states(await list()), ['sending']);
  });

  it('is open on a call and after it, and not in a closed conversation', async () => {
    const { write, channels, guest, conversationId } = await talking();
    assert.deepEqual(await channels(), ['call_chat', 'email']);
    await customerLeave(center.deps, guest.key);
    assert.deepEqual(await channels(), ['email']);
    await write();
    await center.deps.db.tx((q) => q.run(`update conversation set status = 'closed' where id = $1`, conversationId));
    assert.deepEqual(await channels(), []);
    await assert.rejects(write(), code('conversation_closed'));
  });

  it('is for agents of the conversation’s queue; for others there is none (T33)', async () => {
    const { own, write } = await talking();
    const { message } = await write();
    const queues = [await ensureQueue(center.deps, { key: 'sales', name: 'Sales' })];
    const sela = await center.agent('Sela', { queues });
    await assert.rejects(actionsOf({ ...own, agentId: sela.id }).write(), code('conversation_not_found'));
    const retry = (messageId: string) => retryMail(center.deps, { agentId: sela.id, messageId });
    await assert.rejects(retry(message.id), code('not_found'));
    await assert.rejects(retry('msg_x'), code('not_found'));
    assert.deepEqual(await marks(sela.id), []);
  });

  it('to the same customer is in the ongoing conversation, to another one in theirs (MSG-4, MSG-5)', async () => {
    const { own, write, conversationId } = await talking();
    const person = async (name: string, email: string) =>
      (await createPerson(center.deps, { name, numbers: [], emails: [email] })).id;
    const [own1, other] = [await person('Marija Horvat', marija), await person('Ivo Ivić', 'ivo@example.com')];
    assert.equal((await write({ to: 'ivo@example.com' })).conversationId, conversationId, 'a guest may be anybody');
    await center.deps.db.tx((q) => q.run('update conversation set person_id = $2 where id = $1', conversationId, own1));
    assert.equal((await write()).conversationId, conversationId);
    assert.equal((await write({ to: 'marija.work@example.com' })).conversationId, conversationId, 'nobody else’s');
    const first = await write({ to: 'ivo@example.com', clientId: 'to-somebody-else' });
    assert.notEqual(first.conversationId, conversationId);
    const repeated = await write({ to: 'ivo@example.com', clientId: 'to-somebody-else' });
    assert.deepEqual(repeated, first);
    assert.equal((await write({ to: 'ivo@example.com' })).conversationId, first.conversationId, 'now ongoing');
    const { conversation, timeline } = await readConversationDetail(center.deps, {
      agentId: own.agentId,
      conversationId: first.conversationId,
    });
    assert.deepEqual([conversation.title, conversation.personId, conversation.status], ['Ivo Ivić', other, 'open']);
    assert.deepEqual(
      timeline.map(({ type }) => type),
      ['conversation_opened', 'mail_sent', 'mail_sent'],
    );
  });

  it('is answered into its conversation, by the address it was sent from or by the mail it answers', async () => {
    const { ana, write, list } = await talking();
    await write();
    await deliver();
    const head = inbox.mails[0]?.head;
    assert.match(head?.get('reply-to') ?? '', /^Northwind <answers\+[0-9a-f]{32}@northwind\.example>$/);
    await takeMail(center.deps, answerTo(0));
    const upper = (head?.get('reply-to') ?? '').toUpperCase();
    await takeMail(center.deps, answerTo(0, { to: ['me@x.example', upper], text: 'And again' }));
    const references = ['<other@mail.example>', head?.get('message-id') ?? ''];
    await takeMail(center.deps, answerTo(0, { to: ['calls@northwind.example'], references, text: 'Third' }));
    assert.deepEqual(
      (await list()).slice(1).map(({ seq, sender, channel, text, mail }) => [seq, sender, channel, text, mail?.state]),
      [
        [2, 'customer', 'email', 'Thank you!', 'received'],
        [3, 'customer', 'email', 'And again', 'received'],
        [4, 'customer', 'email', 'Third', 'received'],
      ],
    );
    assert.deepEqual(
      (await marks(ana.id)).slice(-3).map(({ seq, state }) => [seq, state]),
      [
        [2, 'received'],
        [3, 'received'],
        [4, 'received'],
      ],
    );
    await write();
    await deliver();
    const threaded = inbox.mails[1]?.head;
    assert.match(threaded?.get('in-reply-to') ?? '', /^<answer-\d+@mail\.example>$/);
    assert.equal(threaded?.get('references')?.split(' ').length, 4);
  });

  it('that is answered rings in the list of everybody of the queue, and opens what was put aside', async () => {
    const { own, ana, write, conversationId, guest } = await talking();
    await write();
    await deliver();
    await customerLeave(center.deps, guest.key);
    for (const status of ['waiting', 'solved']) {
      await center.deps.db.tx((q) =>
        q.run('update conversation set status = $2 where id = $1', conversationId, status),
      );
      center.clock.moveTo(center.deps.now() + 1_000);
      await takeMail(center.deps, answerTo(0));
      const { conversations } = await listConversations(center.deps, { agentId: ana.id });
      assert.deepEqual(
        conversations.map(({ id, status: now, updatedAt }) => [id, now, updatedAt]),
        [[conversationId, 'open', center.deps.now()]],
      );
    }
    assert.equal((await readConversationDetail(center.deps, own)).timeline.at(-1)?.type, 'mail_received');
  });

  it('that is handed to us again is taken once, also at once', async () => {
    const { write, list } = await talking();
    await write();
    await deliver();
    const answer = answerTo(0);
    const taken = await Promise.all([1, 2, 3].map(() => takeMail(center.deps, answer)));
    assert.deepEqual(taken.map(({ repeated }) => repeated).sort(), [false, true, true]);
    assert.equal((await list()).length, 2);
  });

  it('that no conversation has asked for is refused, and a guess with it', async () => {
    const { write, list } = await talking();
    await write();
    await deliver();
    for (const more of [
      { to: [] },
      { to: ['answers@northwind.example'] },
      { to: [`answers+${'0'.repeat(32)}@northwind.example`] },
      { to: ['x'], references: ['', '<>', `<msg.${'f'.repeat(32)}@northwind.example>`, 'x'.repeat(998)] },
    ])
      await assert.rejects(takeMail(center.deps, answerTo(0, more)), code('mail_thread_unknown'));
    assert.equal((await list()).length, 1);
  });

  it('that answers a closed conversation begins another one of the same customer, once', async () => {
    const { ana, write, conversationId, guest } = await talking();
    await write();
    await deliver();
    await customerLeave(center.deps, guest.key);
    const { id } = await createPerson(center.deps, { name: 'Marija Horvat', numbers: [], emails: [marija] });
    await center.deps.db.tx((q) =>
      q.run(`update conversation set status = 'closed', person_id = $2 where id = $1`, conversationId, id),
    );
    await takeMail(center.deps, answerTo(0));
    await takeMail(center.deps, answerTo(0));
    const { conversations } = await listConversations(center.deps, { agentId: ana.id });
    assert.deepEqual(conversations.map(({ title, personId, status }) => `${title} ${personId} ${status}`).sort(), [
      `Marija Horvat ${id} open`,
      `Marija ${id} closed`,
    ]);
  });

  it('that somebody else answers, whom we know, is in their conversation (MSG-5)', async () => {
    const { write, list, conversationId } = await talking();
    const { id } = await createPerson(center.deps, { name: 'Marija Horvat', numbers: [], emails: [marija] });
    await createPerson(center.deps, { name: 'Ivo Ivić', numbers: [], emails: ['ivo@example.com'] });
    await center.deps.db.tx((q) => q.run('update conversation set person_id = $2 where id = $1', conversationId, id));
    await write();
    await deliver();
    await takeMail(center.deps, answerTo(0, { from: 'Ivo@Example.com' }));
    await takeMail(center.deps, answerTo(0, { from: 'marija.home@example.com' }));
    assert.deepEqual(
      (await list()).map(({ name, mail }) => [name, mail?.address]),
      [
        ['Ana', marija],
        ['Marija Horvat', 'marija.home@example.com'],
      ],
    );
  });

  it('is forgotten with its person: words, addresses, and what waited to be sent', async () => {
    const { ana, write, conversationId, guest } = await talking();
    const { id } = await createPerson(center.deps, { name: 'Marija Horvat', numbers: [], emails: [marija] });
    await center.deps.db.tx((q) => q.run('update conversation set person_id = $2 where id = $1', conversationId, id));
    await write();
    await customerLeave(center.deps, guest.key);
    await forgetPerson(center.deps, { personId: id });
    assert.equal(await deliver(), 0);
    for (const table of ['message', 'event', 'conversation', 'conversation_event', 'person_email'])
      assert.doesNotMatch(JSON.stringify(await center.deps.db.read((q) => q.all(`select * from ${table}`))), /marija@/);
    assert.ok((await marks(ana.id)).length > 0);
  });

  it('that is forgotten while it is on its way leaves no trace when it has arrived', async () => {
    const { ana, write } = await talking();
    const { message } = await write();
    const [waiting] = await center.deps.db.read((q) =>
      q.all<WaitingMail>('select id, next_at, attempts from message where next_at is not null'),
    );
    const before = (await marks(ana.id)).length;
    await deliverMail(
      center.deps,
      async (mail) => {
        await center.deps.db.tx((q) => q.run('delete from message where id = $1', message.id));
        return send(mail);
      },
      waiting ?? assert.fail(),
    );
    assert.equal((await marks(ana.id)).length, before);
  });
});
