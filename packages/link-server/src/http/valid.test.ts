import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Problem } from '@carillon/contract';
import { Hono } from 'hono';
import * as z from 'zod/mini';
import { DomainError } from '../domain-error.js';
import type { AppEnv } from './app-env.js';
import { answerProblem } from './problem.js';
import { bodyLimit } from './read-json.js';
import { bodyOf, idOf, validJson } from './valid.js';

const Body = z.strictObject({ name: z.string().check(z.maxLength(200_000)), age: z.optional(z.int()) });
const Other = z.strictObject({});

const app = new Hono<AppEnv>()
  .onError((error, c) => answerProblem(c, error instanceof DomainError ? error : new DomainError('internal')))
  .post('/', validJson(Body), (c) => c.json(bodyOf(c, Body)))
  .post('/other', validJson(Body), (c) => c.json(bodyOf(c, Other)))
  .post('/unchecked', (c) => c.json(bodyOf(c, Body)))
  .get('/:id', (c) => c.json(idOf(c)));

async function send(body: BodyInit, headers: Record<string, string> = {}, path = '/') {
  const response = await app.request(path, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body instanceof ReadableStream ? { duplex: 'half' as const } : {}),
  });
  return { status: response.status, problem: (await response.json()) as Problem };
}

/** A body of so many bytes. */
const bytes = (size: number) => `{"name":"${'x'.repeat(size - 11)}"}`;

/** The same in pieces of 1 KiB, without a length; counts what was fetched of it. */
function inPieces(text: string) {
  const state = { fetched: 0 };
  const pieces = new TextEncoder().encode(text);
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = pieces.subarray(state.fetched, state.fetched + 1_024);
        state.fetched += piece.byteLength;
        if (piece.byteLength === 0) controller.close();
        else controller.enqueue(piece);
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, state };
}

describe('a JSON body', () => {
  it('is what the schema says', async () => assert.equal((await send('{"name":"Ana","age":7}')).status, 200));

  it('may say its charset', async () => {
    for (const type of ['application/json; charset=utf-8', 'Application/JSON', 'application/json;charset=UTF-8'])
      assert.equal((await send('{"name":"Ana"}', { 'content-type': type })).status, 200);
  });

  for (const type of ['text/plain', '', 'application/jsonp', 'application/x-www-form-urlencoded', 'text/json'])
    it(`is refused as ${type || 'nothing'}: no form of another site can send it (T28)`, async () => {
      assert.deepEqual((await send('{"name":"Ana"}', { 'content-type': type })).problem.code, 'unsupported_media_type');
    });

  for (const text of ['', '{', 'null', '[]', '"x"', '{"name":"Ana"} {}', '{"name":1e999}', '{name:"Ana"}'])
    it(`is refused when it is ${text || 'empty'}`, async () => {
      const { status, problem } = await send(text);
      assert.deepEqual([status, problem.code], [400, 'invalid_request']);
    });

  it('is refused with fields that nobody knows, however they are called', async () => {
    for (const key of ['isAdmin', '__proto__', 'constructor', 'toString'])
      assert.equal((await send(`{"name":"Ana","${key}":{"x":1}}`)).status, 400, key);
  });

  it('is refused by the names of its fields and never by what was in them', async () => {
    const { problem } = await send('{"name":["s3cret"],"age":"s3cret","s3cret":1}');
    assert.deepEqual(problem.fields, ['name', 'age']);
    assert.ok(!JSON.stringify(problem).includes('s3cret'));
  });

  it('is refused when it is nested very deep', async () => {
    assert.equal((await send('['.repeat(60_000))).status, 400);
  });

  describe('of a size', () => {
    for (const [how, body, headers] of [
      ['that is said', (size: number) => bytes(size), (size: number) => ({ 'content-length': String(size) })],
      ['that shows', (size: number) => inPieces(bytes(size)).stream, () => ({})],
    ] as const)
      it(`${how} is taken up to the limit and refused beyond it`, async () => {
        assert.equal((await send(body(bodyLimit), headers(bodyLimit))).status, 200);
        const { status, problem } = await send(body(bodyLimit + 1), headers(bodyLimit + 1));
        assert.deepEqual([status, problem.code], [413, 'body_too_large']);
      });

    it('beyond the limit is not read to its end', async () => {
      const { stream, state } = inPieces(bytes(bodyLimit * 8));
      assert.equal((await send(stream)).status, 413);
      assert.ok(state.fetched < bodyLimit * 2, `${state.fetched} bytes were read`);
    });

    it('fits the longest note however it is escaped', () => {
      assert.ok(JSON.stringify({ note: '' }).length + 10_000 * '\\ud83d\\ude00'.length < bodyLimit);
    });
  });

  it('is not read by a route that has not checked it, or not as that', async () => {
    assert.equal((await send('{"name":"Ana"}', {}, '/unchecked')).status, 500);
    assert.equal((await send('{"name":"Ana"}', {}, '/other')).status, 500);
  });
});

describe('an id in a path', () => {
  const good = `cal_${'A'.repeat(22)}`;
  const ask = async (id: string) => (await app.request(`/${id}`)).status;
  it('is one of ours', async () => assert.equal(await ask(good), 200));
  for (const bad of ['x', `${good}A`, `CAL_${'A'.repeat(22)}`, `cal_${'A'.repeat(21)}`, 'cal_..%2f..%2f', `${good}%00`])
    it(`is nothing we have as ${bad}`, async () => assert.equal(await ask(bad), 404));
});
