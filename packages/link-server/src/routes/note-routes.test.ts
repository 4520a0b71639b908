import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  AgentSnapshot,
  ConversationDetail,
  messageLimits,
  routes,
  TimelineEntry,
  type Problem,
} from '@carillon/contract';
import { createHttpBench, type HttpBench } from '../testing/http-bench.js';

describe('the route of notes (WRP-2)', () => {
  let bench: HttpBench;
  let id: string;
  let bearer: string;
  let secret: string;
  beforeEach(async () => {
    bench = await createHttpBench();
    const talking = await bench.talking();
    ({ agent: bearer, secret } = talking);
    const { call } = AgentSnapshot.parse((await bench.ask(routes.agentState, { bearer })).json);
    id = call?.conversationId ?? '';
  });
  afterEach(() => bench.close());

  let ids = 0;
  const body = (text: unknown, clientId: unknown = `note-number-${++ids}`) => ({ text, clientId });
  const write = (one: unknown) => bench.ask(routes.conversationNotes(id), { bearer, body: one });
  const refusal = ({ status, json }: { status: number; json: unknown }) => [status, (json as Problem).code];
  async function notes() {
    const { json } = await bench.ask(routes.conversation(id), { bearer });
    return ConversationDetail.parse(json).timeline.filter(({ type }) => type === 'note_saved');
  }

  it('answers with the entry as it is kept, and again with the same', async () => {
    const one = body('Hi\n4111 1111 1111 1111');
    const { status, json, headers } = await write(one);
    const entry = TimelineEntry.parse(json);
    assert.deepEqual([status, entry.text], [200, 'Hi\n•••• 1111']);
    assert.match(headers.get('cache-control') ?? '', /no-store/);
    assert.deepEqual((await write(one)).json, entry);
    assert.deepEqual(await notes(), [entry]);
    assert.deepEqual(refusal(await write({ ...one, text: 'Other' })), [409, 'idempotency_mismatch']);
  });

  for (const [title, wrong] of [
    ['no text', { clientId: 'note-number-0' }],
    ['an empty text', body('')],
    ['white space', body(' \n ')],
    ['what cannot be seen', body('\u200b')],
    ['a zero byte', body('a\0')],
    ['half a character', body('\ud800')],
    ['10,001 characters', body('a'.repeat(10_001))],
    ['a number', body(7)],
    ['a list', body(['Hi'])],
    ['no id', { text: 'Hi' }],
    ['a short id', body('Hi', 'short')],
    ['an id with a space', body('Hi', 'note number 17')],
    ['a word beside them', { ...body('Hi'), actor: 'Ben' }],
    ['nothing', null],
  ] as const)
    it(`refuses ${title}, without an echo`, async () => {
      const answer = await write(wrong);
      assert.deepEqual(refusal(answer), [400, 'invalid_request']);
      assert.ok(answer.text.length < 400, answer.text);
      assert.deepEqual(await notes(), []);
    });

  it('takes the longest note there can be', async () => {
    assert.equal((await write(body('😀'.repeat(10_000)))).status, 200);
  });

  it('lets an agent write so many a minute', async () => {
    const statuses: number[] = [];
    for (let n = 0; n <= messageLimits.perMinute; n++) statuses.push((await write(body(`${n}`))).status);
    assert.deepEqual([statuses.indexOf(429), statuses.filter((one) => one === 200).length], [30, 30]);
    bench.clock.moveTo(bench.deps.now() + 2_000);
    assert.equal((await write(body('later'))).status, 200);
  });

  it('is not for the customer, who reads no note either', async () => {
    const path = routes.conversationNotes(id);
    assert.deepEqual(refusal(await bench.ask(path, { bearer: secret, body: body('Hi') })), [403, 'forbidden']);
    assert.deepEqual(refusal(await bench.ask(path, { body: body('Hi') })), [401, 'unauthenticated']);
    assert.deepEqual(await notes(), []);
  });

  it('never logs a text', async () => {
    await write(body('CANARY-TEXT'));
    await write(body('CANARY'.repeat(2_000)));
    assert.ok(bench.log.lines.length > 0);
    assert.doesNotMatch(JSON.stringify(bench.log.lines), /CANARY/);
  });
});
