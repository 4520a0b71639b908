import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { AgentSnapshot, Message, MessagePage, messageLimits, routes, type Problem } from '@carillon/contract';
import { newSecret } from '../testing/call-center.js';
import { createHttpBench, type HttpBench } from '../testing/http-bench.js';

describe('the routes of messages (MSG-1)', () => {
  let bench: HttpBench;
  let sides: readonly { readonly path: string; readonly bearer: string }[];
  beforeEach(async () => {
    bench = await createHttpBench();
    const { code, secret, agent } = await bench.talking();
    const { call } = AgentSnapshot.parse((await bench.ask(routes.agentState, { bearer: agent })).json);
    sides = [
      { path: routes.joinMessages(code), bearer: secret },
      { path: routes.conversationMessages(call?.conversationId ?? ''), bearer: agent },
    ];
  });
  afterEach(() => bench.close());

  let ids = 0;
  const body = (text: unknown, clientId: unknown = `message-${++ids}`) => ({ text, clientId });
  const refusal = ({ status, json }: { status: number; json: unknown }) => [status, (json as Problem).code];

  it('answer with the message as it is kept, and list it', async () => {
    for (const { path, bearer } of sides) {
      const { status, json, headers } = await bench.ask(path, { bearer, body: body(' Hi\r\n4111 1111 1111 1111 ') });
      const message = Message.parse(json);
      assert.deepEqual([status, message.text], [200, 'Hi\n•••• 1111']);
      assert.match(headers.get('cache-control') ?? '', /no-store/);
      const { messages } = MessagePage.parse((await bench.ask(path, { bearer })).json);
      assert.deepEqual(messages.at(-1), message);
      const after = await bench.ask(`${path}?after=${message.seq}`, { bearer });
      assert.deepEqual(MessagePage.parse(after.json).messages, []);
    }
  });

  for (const [title, wrong] of [
    ['no text', { clientId: 'message-0' }],
    ['an empty text', body('')],
    ['white space', body(' \n ')],
    ['what cannot be seen', body('\u200b\u202e\0')],
    ['2,001 characters', body('a'.repeat(2_001))],
    ['100,000 characters', body('a'.repeat(100_000))],
    ['a number', body(7)],
    ['a list', body(['Hi'])],
    ['no id', { text: 'Hi' }],
    ['a short id', body('Hi', 'short')],
    ['an id with a space', body('Hi', 'message 17')],
    ['a word beside them', { ...body('Hi'), sender: 'agent' }],
    ['nothing', null],
  ] as const)
    it(`refuse ${title}, on both sides, without an echo`, async () => {
      for (const { path, bearer } of sides) {
        const answer = await bench.ask(path, { bearer, body: wrong });
        assert.deepEqual(refusal(answer), [400, 'invalid_request']);
        assert.ok(answer.text.length < 400, answer.text);
        assert.deepEqual(MessagePage.parse((await bench.ask(path, { bearer })).json).messages, []);
      }
    });

  it('refuse a query that asks both ways, or for no number', async () => {
    for (const { path, bearer } of sides)
      for (const query of ['?after=1&before=2', '?after=-1', '?after=x', '?limit=5', '?after=1&after=2'])
        assert.deepEqual(refusal(await bench.ask(path + query, { bearer })), [400, 'invalid_request'], query);
  });

  it('let each side write so many a minute, whatever the other does', async () => {
    for (const { path, bearer } of sides) {
      const statuses: number[] = [];
      for (let n = 0; n <= messageLimits.perMinute; n++)
        statuses.push((await bench.ask(path, { bearer, body: body(`${n}`) })).status);
      assert.deepEqual([statuses.indexOf(429), statuses.filter((one) => one === 200).length], [30, 30]);
      const { headers } = await bench.ask(path, { bearer, body: body('more') });
      assert.equal(headers.get('retry-after'), '60');
      bench.clock.moveTo(bench.deps.now() + 2_000);
      assert.equal((await bench.ask(path, { bearer, body: body('later') })).status, 200);
    }
  });

  it('count one browser, and not the link that others have too', async () => {
    const { path, bearer } = sides[0] ?? assert.fail();
    for (let n = 0; n < messageLimits.perMinute; n++) await bench.ask(path, { bearer, body: body(`${n}`) });
    assert.deepEqual(refusal(await bench.ask(path, { bearer: newSecret(), body: body('Hi') })), [
      401,
      'session_expired',
    ]);
  });

  it('take the word of a browser for what it has', async () => {
    const [customer, agent] = sides;
    assert.ok(customer && agent);
    await bench.ask(customer.path, { bearer: customer.bearer, body: body('Hi') });
    const { bearer } = agent;
    const { status } = await bench.ask(`${agent.path}/received`, { bearer, body: { upTo: 1 } });
    assert.equal(status, 200);
    const [message] = MessagePage.parse((await bench.ask(agent.path, { bearer })).json).messages;
    assert.equal(message?.deliveredAt, bench.deps.now());
    for (const upTo of [-1, 1.5, '1', null])
      assert.deepEqual(refusal(await bench.ask(`${agent.path}/received`, { bearer, body: { upTo } })), [
        ...[400, 'invalid_request'],
      ]);
  });

  it('never log a text', async () => {
    for (const { path, bearer } of sides) await bench.ask(path, { bearer, body: body('CANARY-TEXT') });
    await bench.ask(sides[0]?.path ?? '', { bearer: sides[0]?.bearer, body: body('CANARY'.repeat(2_000)) });
    assert.ok(bench.log.lines.length > 0);
    assert.doesNotMatch(JSON.stringify(bench.log.lines), /CANARY/);
  });
});
