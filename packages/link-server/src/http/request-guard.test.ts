import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { routes, type Problem } from '@carillon/contract';
import { createHttpBench, type HttpBench } from '../testing/http-bench.js';

describe('every request', () => {
  let bench: HttpBench;
  before(async () => (bench = await createHttpBench()));
  after(() => bench.close());

  it('has an id of its own, also in its refusal', async () => {
    const [one, two] = [await bench.ask<Problem>(routes.agentState), await bench.ask(routes.agentState)];
    assert.equal(one.headers.get('x-request-id'), one.json.requestId);
    assert.notEqual(one.headers.get('x-request-id'), two.headers.get('x-request-id'));
  });

  it('keeps the id that we gave it, not one that came along', async () => {
    const { headers } = await bench.ask(routes.health, { headers: { 'x-request-id': 'forged' } });
    assert.notEqual(headers.get('x-request-id'), 'forged');
  });

  it('may have a query that says each thing once', async () => {
    assert.equal((await bench.ask(`${routes.health}?a=1&b=2`)).status, 200);
  });

  for (const query of ['?a=1&a=2', '?a[]=1', '?a[$ne]=1', '?a%5B%5D=1', '?a=1&%61=2'])
    it(`is refused with ${query} (http-017, http-018)`, async () => {
      const { status, json } = await bench.ask<Problem>(routes.health + query);
      assert.deepEqual([status, json.code], [400, 'invalid_request']);
    });

  it('cannot say another method in a header', async () => {
    for (const path of [routes.health, routes.links, '/nowhere']) {
      const { status } = await bench.ask(path, { headers: { 'x-http-method-override': 'PUT' } });
      assert.equal(status, 405);
    }
  });

  it('with a method that does not fit is told which do', async () => {
    const bearer = await bench.signIn();
    for (const [path, method, allow] of [
      [routes.links, 'DELETE', 'GET, HEAD, POST'],
      [routes.agentStatus, 'GET', 'PUT'],
      [routes.join('x'), 'PATCH', 'GET, HEAD, POST'],
      [routes.health, 'POST', 'GET, HEAD'],
    ] as const) {
      const answer = await bench.ask<Problem>(path, { method, bearer });
      assert.deepEqual(
        [answer.status, answer.json.code, answer.headers.get('allow')],
        [405, 'method_not_allowed', allow],
      );
    }
  });

  it('to nowhere is 404, in the same words as to something that is missing', async () => {
    const bearer = await bench.signIn();
    const { json: nowhere } = await bench.ask<Problem>('/v1/nowhere');
    const { json: missing } = await bench.ask<Problem>(routes.callEnd(`cal_${'A'.repeat(22)}`), { bearer, body: {} });
    assert.deepEqual({ ...nowhere, requestId: '' }, { ...missing, requestId: '' });
  });

  it('to the API is answered with headers that allow nothing but reading the answer', async () => {
    for (const path of [routes.agentState, routes.join('x'), '/v1/nowhere']) {
      const { headers } = await bench.ask(path);
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('content-security-policy'), "default-src 'none'; frame-ancestors 'none'");
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
      assert.equal(headers.get('set-cookie'), null);
    }
  });

  it('that fails on our side says nothing of why, and is logged with its id', async () => {
    const broken = await createHttpBench();
    const bearer = await broken.signIn();
    broken.deps.db.read = () => Promise.reject(new Error('no such table: secrets'));
    const { status, json, text } = await broken.ask<Problem>(routes.agentState, { bearer });
    assert.deepEqual([status, json.code], [500, 'internal']);
    assert.ok(!text.includes('secrets'));
    assert.deepEqual(broken.log.lines.at(-1)?.fields['requestId'], json.requestId);
    await broken.close();
  });
});
