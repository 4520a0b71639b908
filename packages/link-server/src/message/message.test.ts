import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { CallOptions, ConversationMark, MessageMark, messageLimits, type Message } from '@carillon/contract';
import { changeConfiguration } from '../call-link/change-configuration.js';
import { readConfiguration } from '../call-link/read-configuration.js';
import { toConfiguration } from '../call-link/to-configuration.js';
import { customerLeave } from '../call/customer-leave.js';
import { endCallByAgent } from '../call/end-call-by-agent.js';
import { holdCall } from '../call/hold-call.js';
import { readConversationDetail } from '../conversation/read-conversation.js';
import { ensureQueue } from '../queue/ensure-queue.js';
import { createCallCenter, restart, type CallCenter } from '../testing/call-center.js';
import { agentStream, callStream } from '../transition/publish-changes.js';
import { agentReceived, listAgentMessages, sendAgentMessage } from './agent-messages.js';
import { customerReceived, listCustomerMessages, sendCustomerMessage } from './customer-messages.js';

const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;
const texts = (messages: readonly Message[]) => messages.map(({ seq, text }) => `${seq} ${text}`);

describe('messages during a call (MSG-1)', () => {
  let center: CallCenter;
  let sent = 0;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  /** A call that both are on, and what each may do in it. */
  async function talking() {
    const { ana, guest, callId } = await center.talking();
    const conversationId = (await ana.state()).call?.conversationId ?? '';
    const own = { agentId: ana.id, conversationId };
    return {
      ...{ ana, guest, callId, own, conversationId },
      agent: {
        say: (text: string, clientId = `agent-${++sent}-id`) =>
          sendAgentMessage(center.deps, { ...own, clientId, text }),
        list: (query = {}) => listAgentMessages(center.deps, { ...own, ...query }),
        received: (upTo: number) => agentReceived(center.deps, { ...own, upTo }),
      },
      customer: {
        say: (text: string, clientId = `customer-${++sent}`) =>
          sendCustomerMessage(center.deps, { ...guest.key, clientId, text }),
        list: (query = {}) => listCustomerMessages(center.deps, { ...guest.key, ...query }),
        received: (upTo: number) => customerReceived(center.deps, { ...guest.key, upTo }),
      },
    };
  }

  /** The newest mark on a stream. */
  async function marked(stream: string) {
    const { events } = await center.deps.streams.readEvents(stream, 0);
    const mark = events.filter(({ type }) => type === 'messages').at(-1);
    return mark && (JSON.parse(mark.body) as unknown);
  }

  it('go both ways in one order, with who wrote them', async () => {
    const { agent, customer } = await talking();
    await customer.say('Hello');
    await agent.say('Good morning');
    await customer.say('One more');
    const { messages, more, channels } = await customer.list();
    assert.deepEqual(
      messages.map(({ seq, sender, name, text, channel }) => [seq, sender, name, text, channel]),
      [
        [1, 'customer', 'Marija', 'Hello', 'call_chat'],
        [2, 'agent', 'Ana', 'Good morning', 'call_chat'],
        [3, 'customer', 'Marija', 'One more', 'call_chat'],
      ],
    );
    assert.deepEqual([more, channels], [false, ['call_chat']]);
    assert.deepEqual((await agent.list()).messages, messages);
  });

  it('have gapless numbers, however many write at once', async () => {
    const { agent, customer } = await talking();
    await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 ? agent : customer).say(`${n}`)));
    const { messages } = await agent.list();
    assert.deepEqual(
      messages.map(({ seq }) => seq),
      Array.from({ length: 20 }, (_, n) => n + 1),
    );
    assert.equal(new Set(messages.map(({ text }) => text)).size, 20);
  });

  it('are one message when they are sent again, also at once and after a crash', async () => {
    const { customer, guest } = await talking();
    const again = () => customer.say('Hello', 'the-same-id');
    const answers = await Promise.all([again(), again(), again()]);
    assert.equal(new Set(answers.map(({ id }) => id)).size, 1);
    center = await restart(center);
    const key = { ...guest.key, clientId: 'the-same-id', text: 'Hello' };
    assert.deepEqual(await sendCustomerMessage(center.deps, key), answers[0]);
    const { messages } = await listCustomerMessages(center.deps, guest.key);
    assert.deepEqual(texts(messages), ['1 Hello']);
  });

  it('are refused under an id that is taken by another text', async () => {
    const { customer, agent } = await talking();
    await customer.say('Hello', 'the-same-id');
    await assert.rejects(customer.say('Bye', 'the-same-id'), code('idempotency_mismatch'));
    assert.equal((await agent.say('Hi', 'the-same-id')).seq, 2, 'ids are each side’s own');
  });

  it('are told on both streams by their numbers, and no stream holds a text', async () => {
    const { ana, agent, customer, callId, conversationId } = await talking();
    await customer.say('SECRET-WORDS');
    await agent.say('SECRET-ANSWER');
    assert.deepEqual(MessageMark.parse(await marked(callStream(callId))), { newest: 2, delivered: 0 });
    assert.deepEqual(ConversationMark.parse(await marked(agentStream(ana.id))), {
      ...{ conversationId, newest: 2, delivered: 0 },
    });
    const rows = await center.deps.db.read((q) => q.all('select body from event'));
    assert.doesNotMatch(JSON.stringify(rows), /SECRET/);
    assert.doesNotMatch(JSON.stringify(center.log.lines), /SECRET/);
  });

  it('are delivered once the other side’s browser says so, each side’s own and nobody else’s', async () => {
    const { agent, customer, ana, callId } = await talking();
    await customer.say('One');
    await agent.say('Two');
    await customer.say('Three');
    const when = async () => (await agent.list()).messages.map(({ deliveredAt }) => deliveredAt !== null);
    assert.deepEqual(await when(), [false, false, false]);
    await agent.received(1);
    assert.deepEqual(await when(), [true, false, false]);
    assert.deepEqual(await marked(callStream(callId)), { newest: 3, delivered: 1 });
    await agent.received(99);
    await customer.received(99);
    assert.deepEqual(await when(), [true, true, true]);
    const { delivered } = ConversationMark.parse(await marked(agentStream(ana.id)));
    assert.equal(delivered, 2);
  });

  it('tell nothing anew when a browser says again what it has', async () => {
    const { agent, customer, callId } = await talking();
    await customer.say('One');
    await agent.received(1);
    const { position } = await center.deps.streams.readEvents(callStream(callId), 0);
    const { deliveredAt } = (await agent.list()).messages[0] ?? {};
    center.clock.moveTo(center.deps.now() + 5_000);
    await agent.received(1);
    assert.equal((await center.deps.streams.readEvents(callStream(callId), 0)).position, position);
    assert.equal((await agent.list()).messages[0]?.deliveredAt, deliveredAt);
  });

  it('are read in pages: the newest, those before, and those after a number', async () => {
    const { agent, customer } = await talking();
    const sum = messageLimits.perPage + 5;
    for (let n = 1; n <= sum; n++) await customer.say(`m${n}`);
    const newest = await agent.list();
    assert.deepEqual([newest.messages[0]?.seq, newest.messages.at(-1)?.seq, newest.more], [6, sum, true]);
    const older = await agent.list({ before: 6 });
    assert.deepEqual([texts(older.messages).length, older.messages[0]?.seq, older.more], [5, 1, false]);
    const first = await agent.list({ after: 0 });
    assert.deepEqual([first.messages[0]?.seq, first.messages.at(-1)?.seq, first.more], [1, sum - 5, true]);
    assert.deepEqual(texts((await agent.list({ after: sum - 1 })).messages), [`${sum} m${sum}`]);
    assert.deepEqual((await agent.list({ after: sum })).messages, []);
  });

  it('can be written while the customer waits and while they are on hold', async () => {
    const guest = await center.customer();
    await guest.call();
    await sendCustomerMessage(center.deps, { ...guest.key, clientId: 'while-waiting', text: 'Order 17' });
    const ana = await center.agent('Ana');
    const { call } = await ana.accept();
    const which = { agentId: ana.id, conversationId: call?.conversationId ?? '' };
    assert.deepEqual(texts((await listAgentMessages(center.deps, which)).messages), ['1 Order 17']);
    await center.close();
    center = await createCallCenter();
    const { agent, customer, own, callId } = await talking();
    await holdCall(center.deps, { agentId: own.agentId, callId });
    assert.deepEqual([(await agent.say('Still here')).seq, (await customer.say('OK')).seq], [1, 2]);
  });

  it('can be read and no longer written once the call has ended', async () => {
    const { agent, customer, guest } = await talking();
    await customer.say('Hello');
    await customerLeave(center.deps, guest.key);
    await assert.rejects(customer.say('More'), code('call_ended'));
    await assert.rejects(agent.say('More'), code('customer_not_reachable'));
    for (const side of [customer, agent]) {
      const { messages, channels } = await side.list();
      assert.deepEqual([texts(messages), channels], [['1 Hello'], []]);
    }
  });

  it('are for the agent who is on the call: others of the queue read, and no other writes or receives', async () => {
    const { own, customer, agent } = await talking();
    const ben = await center.agent('Ben');
    await customer.say('Hello');
    const which = { ...own, agentId: ben.id };
    const { messages, channels } = await listAgentMessages(center.deps, which);
    assert.deepEqual([texts(messages), channels], [['1 Hello'], []]);
    const write = sendAgentMessage(center.deps, { ...which, clientId: 'from-ben-1', text: 'Hi' });
    await assert.rejects(write, code('customer_not_reachable'));
    await agentReceived(center.deps, { ...which, upTo: 9 });
    assert.equal((await agent.list()).messages[0]?.deliveredAt, null);
  });

  it('do not exist for agents of other queues, nor for another browser (T33)', async () => {
    const { own, guest } = await talking();
    const sales = await ensureQueue(center.deps, { key: 'sales', name: 'Sales' });
    const sela = await center.agent('Sela', { queues: [sales] });
    const which = { ...own, agentId: sela.id };
    for (const asked of [
      listAgentMessages(center.deps, which),
      sendAgentMessage(center.deps, { ...which, clientId: 'from-sela', text: 'Hi' }),
      agentReceived(center.deps, { ...which, upTo: 1 }),
    ])
      await assert.rejects(asked, code('conversation_not_found'));
    const stranger = await center.customer(guest.code);
    await assert.rejects(listCustomerMessages(center.deps, stranger.key), code('session_expired'));
  });

  it('of an earlier call are not shown to who calls with the conversation’s next link', async () => {
    const { customer, guest } = await talking();
    await customer.say('My own words');
    await customerLeave(center.deps, guest.key);
    const { conversation_id: conversationId } =
      (await center.deps.db.read((q) => q.get<{ conversation_id: string }>('select conversation_id from call'))) ?? {};
    const link = await center.link();
    await center.deps.db.tx((q) =>
      q.run('update call_link set conversation_id = $1 where used_at is null', conversationId ?? ''),
    );
    const next = await center.customer(link);
    await next.call();
    assert.deepEqual((await listCustomerMessages(center.deps, next.key)).messages, []);
    const { seq } = await sendCustomerMessage(center.deps, { ...next.key, clientId: 'second-call', text: 'Hi' });
    assert.equal(seq, 2, 'numbers are the conversation’s');
  });

  it('do not exist where the link’s configuration takes them away', async () => {
    const { agent, customer } = await talking();
    const { version } = toConfiguration(await center.deps.db.read((q) => readConfiguration(q, 'default')));
    const callOptions = CallOptions.parse({ chat: false });
    await changeConfiguration(center.deps, { key: 'default', change: { version, callOptions } });
    await assert.rejects(customer.say('Hi'), code('messages_not_allowed'));
    await assert.rejects(agent.say('Hi'), code('messages_not_allowed'));
    assert.deepEqual([(await agent.list()).channels, (await customer.list()).channels], [[], []]);
  });

  it('are part of the conversation’s timeline, in their place', async () => {
    const { agent, customer, own, callId } = await talking();
    const later = () => center.clock.moveTo(center.deps.now() + 1_000);
    later();
    await customer.say('Hello');
    later();
    await agent.say('Hi');
    later();
    await endCallByAgent(center.deps, { agentId: own.agentId, callId });
    const { timeline, conversation } = await readConversationDetail(center.deps, own);
    assert.deepEqual(
      timeline.slice(-3).map(({ type, actor, text }) => [type, actor, text]),
      [
        ['message_received', 'Marija', 'Hello'],
        ['message_sent', 'Ana', 'Hi'],
        ['call_ended', null, 'agent_hangup'],
      ],
    );
    assert.equal(conversation.updatedAt, center.deps.now());
  });
});
