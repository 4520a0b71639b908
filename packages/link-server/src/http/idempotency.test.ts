import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { routes, type CreatedApiKey, type Problem } from '@carillon/contract';
import { ensureAgent } from '../agent/ensure-agent.js';
import { createHttpBench, type HttpBench } from '../testing/http-bench.js';

describe('an idempotency key', () => {
  let bench: HttpBench;
  let ana: string;
  beforeEach(async () => {
    bench = await createHttpBench();
    ana = await bench.signIn('ana');
  });
  afterEach(() => bench.close());

  const create = (key: string | undefined, displayName = 'Marija', bearer = ana) =>
    bench.ask<Problem & { id: string; url: string }>(routes.links, {
      bearer,
      body: { displayName },
      headers: key === undefined ? {} : { 'idempotency-key': key },
    });
  const links = () => bench.deps.db.read((q) => q.all('select id from call_link'));

  it('makes the same request again the same answer, and nothing happens twice', async () => {
    const [first, second] = [await create('key-00001'), await create('key-00001')];
    assert.deepEqual([second.status, second.text], [201, first.text]);
    assert.equal(second.headers.get('idempotency-replayed'), 'true');
    assert.equal((await links()).length, 1);
  });

  it('is not needed', async () => {
    assert.notEqual((await create(undefined)).json.id, (await create(undefined)).json.id);
  });

  it('is refused for another request', async () => {
    await create('key-00001');
    const other = await create('key-00001', 'Petra');
    assert.deepEqual([other.status, other.json.code], [409, 'idempotency_mismatch']);
    assert.equal((await links()).length, 1);
  });

  it('belongs to its session: another agent’s same key is another key', async () => {
    const ben = await bench.signIn('ben');
    assert.notEqual((await create('key-00001')).json.id, (await create('key-00001', 'Marija', ben)).json.id);
  });

  it('remembers nothing of a request that was refused: it may go well later', async () => {
    const offer = routes.offerAccept(`off_${'A'.repeat(22)}`);
    const headers = { 'idempotency-key': 'key-00001' };
    for (let i = 0; i < 2; i++) {
      const { status, headers: answered } = await bench.ask(offer, { bearer: ana, body: {}, headers });
      assert.deepEqual([status, answered.get('idempotency-replayed')], [404, null]);
    }
    assert.deepEqual(await bench.deps.db.read((q) => q.all('select * from idempotency')), []);
  });

  it('is forgotten after a day', async () => {
    const { json } = await create('key-00001');
    bench.clock.moveTo(bench.deps.now() + 24 * 3_600_000 - 1);
    ana = await bench.signIn();
    const soon = await create('key-00002');
    bench.clock.moveTo(bench.deps.now() + 1);
    await create('key-00003');
    const kept = await bench.deps.db.read((q) => q.all('select * from idempotency'));
    assert.equal(kept.length, 2);
    assert.notEqual(soon.json.id, json.id);
  });

  for (const bad of ['short', 'x'.repeat(129), 'with space', '\u00fcmlaut-key'])
    it(`is refused as ${bad.slice(0, 12)}`, async () => {
      const { status, json } = await create(bad);
      assert.deepEqual([status, json.fields], [400, ['Idempotency-Key']]);
    });

  it('makes a program’s key once, and keeps its secret readable for nobody else', async () => {
    await ensureAgent(bench.deps, { extId: 'boss', name: 'Boss', queueIds: [], role: 'admin' });
    const bearer = await bench.signIn('boss');
    const headers = { 'idempotency-key': 'key-00001' };
    const make = () => bench.ask<CreatedApiKey>(routes.apiKeys, { bearer, body: { name: 'CRM' }, headers });
    const [first, second] = [await make(), await make()];
    assert.deepEqual([second.status, second.text], [201, first.text]);
    assert.equal((await bench.deps.db.read((q) => q.all('select id from api_key'))).length, 1);
    const kept = JSON.stringify(await bench.deps.db.read((q) => q.all('select * from idempotency')));
    assert.ok(!kept.includes(first.json.secret));
  });

  it('keeps answers so that a copy of the database opens no link', async () => {
    const { json } = await create('key-00001');
    const code = json.url.slice(json.url.lastIndexOf('/') + 1);
    const kept = JSON.stringify(await bench.deps.db.read((q) => q.all('select * from idempotency')));
    for (const secret of [code, ana, 'key-00001', 'Marija']) assert.ok(!kept.includes(secret), secret);
  });

  it('of a request that was cut off does it again', async () => {
    await create('key-00001');
    await bench.deps.db.tx((q) => q.run('update idempotency set status = null, body = null'));
    const again = await create('key-00001');
    assert.deepEqual([again.status, again.headers.get('idempotency-replayed')], [201, null]);
  });
});
