import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { routes } from '@carillon/contract';
import { createEndpoint } from '../webhook/create-endpoint.js';
import { createHttpBench, type HttpBench } from '../testing/http-bench.js';

describe('the metrics', () => {
  const token = 'a-token-for-metrics';
  let bench: HttpBench;
  beforeEach(async () => (bench = await createHttpBench({ app: { metricsToken: token } })));
  afterEach(() => bench.close());

  const read = async () => (await bench.ask('/metrics', { bearer: token })).text;
  const value = async (series: string) => {
    const line = (await read()).split('\n').find((one) => one.startsWith(`${series} `));
    return line === undefined ? undefined : Number(line.slice(series.length));
  };

  it('are nothing to whoever has no token and is elsewhere', async () => {
    for (const bearer of [undefined, 'another-token-for-metrics', token.slice(1)])
      assert.equal((await bench.ask('/metrics', { bearer })).status, 404);
    const { status, headers } = await bench.ask('/metrics', { bearer: token });
    assert.deepEqual([status, headers.get('content-type')?.startsWith('text/plain')], [200, true]);
  });

  it('count requests by their route and status, and never name a path', async () => {
    const code = await bench.newLink();
    await bench.ask(routes.join(code));
    await bench.ask(routes.join('x'));
    await bench.ask('/v1/nothing/here');
    const text = await read();
    assert.match(text, /carillon_requests_total\{method="GET",route="\/v1\/join\/:code",status="200"\} 1/);
    assert.match(text, /carillon_requests_total\{method="GET",route="\/v1\/join\/:code",status="410"\} 1/);
    assert.match(text, /carillon_request_seconds_count\{route="\/v1\/join\/:code"\} 2/);
    assert.ok(!text.includes(code) && !text.includes('nothing'));
  });

  it('say how many calls there are in each state, who waits where, and what rings', async () => {
    await bench.talking();
    await bench.caller();
    await bench.activeAgent('ben');
    assert.equal(await value('carillon_calls{state="active"}'), 1);
    assert.equal(await value('carillon_calls{state="offering"}'), 1);
    assert.equal(await value('carillon_calls{state="queued"}'), 0);
    assert.equal(await value('carillon_queue_length{queue="support"}'), 1);
    assert.equal(await value('carillon_offers_ringing'), 1);
  });

  it('say what is late: timers, commands for LiveKit, webhooks', async () => {
    await createEndpoint(bench.deps, 'public', { url: 'https://hooks.example/' });
    await bench.caller();
    bench.clock.moveTo(bench.deps.now() + 3_600_000);
    assert.ok(((await value('carillon_timers_late')) ?? 0) > 0);
    assert.equal(await value('carillon_webhooks{state="dead"}'), 0);
    assert.ok(((await value('carillon_webhooks{state="waiting"}')) ?? 0) >= 3);
    assert.equal(await value('carillon_outbox'), 0);
  });

  it('say how many event streams are open', async () => {
    const headers = { authorization: `Bearer ${await bench.activeAgent()}` };
    const { body } = await bench.app.request(routes.agentEvents, { headers });
    assert.equal(await value('carillon_event_streams'), 1);
    await body?.cancel();
    assert.equal(await value('carillon_event_streams'), 0);
  });
});
