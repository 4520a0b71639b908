import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { routes, type Problem } from '@carillon/contract';
import { agentSessionMs } from '../agent/open-agent-session.js';
import { browserSecret, createHttpBench, type HttpBench } from '../testing/http-bench.js';

describe('a bearer', () => {
  let bench: HttpBench;
  let bearer: string;
  before(async () => {
    bench = await createHttpBench();
    bearer = await bench.signIn();
  });
  after(() => bench.close());

  async function state(authorization?: string) {
    const headers = authorization === undefined ? {} : { authorization };
    const { status, json } = await bench.ask<Problem>(routes.agentState, { headers });
    return status === 200 ? 200 : json.code;
  }

  it('lets an agent in, whatever the case of its scheme (RFC 9110)', async () => {
    for (const scheme of ['Bearer', 'bearer', 'BEARER']) assert.equal(await state(`${scheme} ${bearer}`), 200);
  });

  it('is asked for', async () => assert.equal(await state(), 'unauthenticated'));

  it('is the only scheme, and one token', async () => {
    for (const wrong of [
      `Basic ${bearer}`,
      bearer,
      `Bearer  ${bearer}`,
      `Bearer ${bearer}, Bearer ${bearer}`,
      'Bearer',
    ])
      assert.equal(await state(wrong), 'unauthenticated', wrong);
  });

  it('is stored as a hash only', async () => {
    const stored = await bench.deps.db.read((q) => q.all('select * from agent_session'));
    assert.ok(!JSON.stringify(stored).includes(bearer));
  });

  it('is the customer’s secret on a customer’s route, well formed', async () => {
    const path = routes.join(await bench.newLink());
    const redeem = async (secret: string | undefined) =>
      (await bench.ask(path, { bearer: secret, body: { medium: 'audio' } })).status;
    for (const bad of [undefined, 'short', `${browserSecret()}A`, browserSecret().slice(1)])
      assert.equal(await redeem(bad), 401, String(bad));
    assert.equal(await redeem(browserSecret()), 201);
  });

  it('of a customer is forbidden to act as an agent’s (T12)', async () => {
    const { secret } = await bench.caller();
    assert.equal(await state(`Bearer ${secret}`), 'forbidden');
  });

  it('runs out, and says so', async () => {
    const old = await bench.signIn();
    bench.clock.moveTo(bench.deps.now() + agentSessionMs - 1);
    assert.equal(await state(`Bearer ${old}`), 200);
    bench.clock.moveTo(bench.deps.now() + 1);
    assert.equal(await state(`Bearer ${old}`), 'session_expired');
  });
});
