import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { webhookData, type WebhookType } from '@carillon/contract';
import { Webhook } from 'standardwebhooks';
import { createCallLink } from '../call-link/create-call-link.js';
import { revokeCallLink } from '../call-link/revoke-call-link.js';
import { linkExpiryTimer } from '../call-link/sweep-expired-links.js';
import { endCallByAgent } from '../call/end-call-by-agent.js';
import { holdCall } from '../call/hold-call.js';
import { resumeCall } from '../call/resume-call.js';
import { setTimer } from '../timer/timer.js';
import { rateWrapUp } from '../wrap-up/rate-wrap-up.js';
import { createWebhookBench, type WebhookBench } from '../testing/webhook-bench.js';
import { transition } from '../transition/run-transition.js';
import { announce } from './announce.js';
import { createEndpoint } from './create-endpoint.js';
import { deleteEndpoint } from './delete-endpoint.js';
import { deliver, type Delivery } from './deliver.js';
import { listDeliveries } from './list-deliveries.js';
import { listEndpoints } from './list-endpoints.js';
import { redeliver } from './redeliver.js';
import { rotateSecret } from './rotate-secret.js';
import { WebhookLoop } from './webhook-loop.js';

describe('webhooks', () => {
  let bench: WebhookBench;
  beforeEach(async () => (bench = await createWebhookBench()));
  afterEach(() => bench.close());

  const [a, b] = ['lnk_aaaaaaaaaaaaaaaaaaaaaa', 'lnk_bbbbbbbbbbbbbbbbbbbbbb'];
  const revoke = (...links: string[]) =>
    transition(bench.deps, async (t) => {
      for (const linkId of links) announce(t, 'link.revoked', linkId, { linkId });
    });
  const rows = () => bench.deps.db.read((q) => q.all<Delivery>('select * from webhook_delivery'));
  const endpoint = async () => (await listEndpoints(bench.deps)).endpoints[0];
  const states = async () =>
    (await listDeliveries(bench.deps, { endpointId: bench.endpointId })).deliveries.map(({ state }) => state);

  it('tell of a whole call in its order, signed, and say nothing but ids, times and words of closed lists', async () => {
    const { ana, callId } = await bench.talking();
    const which = { agentId: ana.id, callId };
    await holdCall(bench.deps, which);
    await resumeCall(bench.deps, which);
    await holdCall(bench.deps, which);
    await bench.pass(2_000, [ana]);
    await endCallByAgent(bench.deps, which);
    const { wrapUp } = await ana.state();
    await rateWrapUp(bench.deps, { agentId: ana.id, wrapUpId: wrapUp?.id ?? '', rating: 4 });
    await bench.pass(bench.deps.settings.wrapUpMs, [ana]);
    await bench.deliver();
    const about = (id: unknown) => bench.sent.filter(({ data }) => data['callId'] === id || data['linkId'] === id);
    const linkId = bench.sent[0]?.data['linkId'];
    assert.deepEqual(
      about(callId)
        .filter(({ type }) => !type.startsWith('link.'))
        .map(({ type }) => type),
      [
        'call.queued',
        'call.offered',
        'call.answered',
        'call.established',
        'call.held',
        'call.resumed',
        'call.held',
        'call.resumed',
        'call.ended',
        'wrapup.opened',
        'wrapup.closed',
      ],
    );
    assert.deepEqual(
      about(linkId)
        .filter(({ type }) => type.startsWith('link.'))
        .map(({ type }) => type),
      ['link.created', 'link.redeemed', 'link.used'],
    );
    const held = about(callId).filter(({ type }) => type === 'call.resumed');
    assert.deepEqual(
      held.map(({ data }) => data['heldMs']),
      [0, 2_000],
    );
    assert.equal(bench.sent.find(({ type }) => type === 'wrapup.closed')?.data['rating'], 4);
    for (const { type, data, body } of bench.sent) {
      assert.deepEqual(webhookData[type as WebhookType].parse(data), data, type);
      for (const personal of ['Ana', 'Marija', '/j/', 'whsec_']) assert.ok(!body.includes(personal), type);
    }
  });

  it('are signed so that an independent library accepts them, and by two secrets for a day after a change', async () => {
    await revoke(a);
    // The library compares with the real clock.
    const realNow = Date.now();
    const send = async (message: { body: string; headers: Readonly<Record<string, string>> }) => {
      bench.sent.push({ ...message, url: '', id: '', type: '', data: {} });
      return { status: 200 };
    };
    const deps = { ...bench.deps, now: () => realNow };
    const { secret } = await rotateSecret(deps, bench.endpointId);
    const [first] = await rows();
    assert.ok(first);
    await deliver(deps, send, first);
    const { body = '', headers = {} } = bench.sent[0] ?? {};
    for (const one of [bench.secret, secret]) new Webhook(one).verify(body, headers);
    await redeliver(deps, { endpointId: bench.endpointId, messageId: first.message_id });
    const [again] = await rows();
    assert.ok(again);
    await deliver({ ...deps, now: () => realNow + 24 * 3_600_000 }, send, again);
    assert.equal(bench.sent[1]?.headers['webhook-signature']?.split(' ').length, 1);
  });

  it('say nothing of a transition that failed', async () => {
    const failing = transition(bench.deps, async (t) => {
      announce(t, 'link.revoked', a, { linkId: a });
      throw new Error('no');
    });
    await assert.rejects(failing);
    assert.deepEqual(await rows(), []);
  });

  it('go to each endpoint under the same id', async () => {
    await createEndpoint(bench.deps, 'public', { url: 'https://other.example/' });
    await revoke(a);
    await bench.deliver();
    assert.deepEqual(bench.sent.map(({ url }) => url).sort(), ['https://hooks.example/', 'https://other.example/']);
    assert.equal(new Set(bench.sent.map(({ id }) => id)).size, 1);
  });

  it('are sent again after growing pauses under the same id, until they arrive', async () => {
    bench.receiver.answer = async () => (bench.sent.length < 4 ? { status: 500 } : { status: 204 });
    await revoke(a);
    await bench.deliver();
    assert.equal(bench.sent.length, 1);
    await bench.later(4_999);
    assert.equal(bench.sent.length, 1);
    for (const pause of [501, 330_000, 1_980_000]) await bench.later(pause);
    assert.equal(bench.sent.length, 4);
    assert.equal(new Set(bench.sent.map(({ id }) => id)).size, 1);
    assert.deepEqual(await states(), ['delivered']);
    const { failures, lastFailureAt, lastSuccessAt } = (await endpoint()) ?? {};
    assert.deepEqual([failures, typeof lastFailureAt, lastSuccessAt], [0, 'number', bench.deps.now()]);
  });

  it('about one thing wait for the one before; about others they do not', async () => {
    let refuse = true;
    bench.receiver.answer = async ({ data }) =>
      refuse && data['linkId'] === a ? { error: 'timeout' } : { status: 200 };
    await revoke(a);
    await revoke(a, b);
    await bench.deliver();
    assert.deepEqual(bench.sent.map(({ data }) => data['linkId']).sort(), [a, b]);
    refuse = false;
    await bench.later(5_500);
    assert.deepEqual(
      bench.sent.slice(2).map(({ data }) => data['linkId']),
      [a, a],
    );
    assert.equal(new Set(bench.sent.map(({ id }) => id)).size, 3);
  });

  it('are given up after three days, listed as dead, and sent again when somebody says so', async () => {
    bench.receiver.answer = async () => ({ error: 'unreachable' });
    await revoke(a);
    await bench.deliver();
    for (let n = 0; n < 12; n++) await bench.later(27 * 3_600_000);
    assert.equal(bench.sent.length, 10);
    const {
      deliveries: [dead],
    } = await listDeliveries(bench.deps, { endpointId: bench.endpointId, state: 'dead' });
    assert.deepEqual([dead?.tries, dead?.lastError, dead?.lastStatus], [10, 'unreachable', null]);
    assert.equal((await endpoint())?.dead, 1);
    bench.receiver.answer = async () => ({ status: 200 });
    assert.equal(await redeliver(bench.deps, { endpointId: bench.endpointId, messageId: null }), 1);
    await bench.deliver();
    assert.deepEqual([await states(), bench.sent.at(-1)?.id], [['delivered'], dead?.messageId]);
  });

  it('stop where the receiver says 410, until somebody sends again', async () => {
    bench.receiver.answer = async () => ({ status: 410 });
    await revoke(a, b);
    await bench.deliver();
    const { state, dead } = (await endpoint()) ?? {};
    assert.deepEqual([state, dead], ['disabled', 2]);
    await revoke(a);
    assert.equal((await rows()).length, 2);
    bench.receiver.answer = async () => ({ status: 200 });
    await redeliver(bench.deps, { endpointId: bench.endpointId, messageId: null });
    await bench.deliver();
    assert.deepEqual([(await endpoint())?.state, await states()], ['active', ['delivered', 'delivered']]);
  });

  it('are sent by one server of two, and by the other when that one was killed meanwhile', async () => {
    await revoke(a);
    const [row] = await rows();
    assert.ok(row);
    let sends = 0;
    const send = async () => (sends++, { status: 200 });
    await Promise.all([deliver(bench.deps, send, row), deliver(bench.deps, send, row)]);
    assert.equal(sends, 1);
    await revoke(b);
    const claimed = (await rows()).find(({ message_id: id }) => id !== row.message_id);
    assert.ok(claimed);
    void deliver(bench.deps, () => new Promise(() => undefined), claimed);
    await bench.deliver();
    assert.equal(bench.sent.length, 0);
    await bench.later(30_000);
    assert.deepEqual(
      bench.sent.map(({ data }) => data['linkId']),
      [b],
    );
  });

  it('that hang hold up at most eight of their endpoint and nobody else’s', async () => {
    const other = await createEndpoint(bench.deps, 'public', { url: 'https://other.example/' });
    const sent: string[] = [];
    const hanging: (() => void)[] = [];
    let rest = () => {};
    const settled = new Promise<void>((resolve) => (rest = resolve));
    const loop = new WebhookLoop(
      bench.deps,
      ({ url }) => {
        sent.push(url);
        if (sent.filter((one) => one.includes('other')).length === 20) rest();
        if (url.includes('other')) return Promise.resolve({ status: 200 });
        return new Promise((resolve) => hanging.push(() => resolve({ status: 200 })));
      },
      bench.clock,
    );
    loop.start();
    for (let n = 0; n < 20; n++) await revoke(`lnk_${String(n).padStart(22, '0')}`);
    await settled;
    assert.equal(sent.filter((url) => url.includes('hooks')).length, 8);
    const stopping = loop.stop();
    for (const end of hanging) end();
    await stopping;
    const { deliveries } = await listDeliveries(bench.deps, { endpointId: other.endpoint.id, state: 'delivered' });
    assert.equal(deliveries.length, 20);
  });

  it('tell of a link that is taken back, once', async () => {
    const { id: agentId } = await bench.agent('Ana');
    const { id: linkId } = await createCallLink(bench.deps, { agentId, displayName: 'Marija' });
    for (let times = 0; times < 2; times++) await revokeCallLink(bench.deps, { agentId, linkId });
    await bench.deliver();
    assert.deepEqual(bench.types(), ['link.created', 'link.revoked']);
  });

  it('tell of links that expired unused, once each', async () => {
    await bench.deps.db.tx((q) => setTimer(q, linkExpiryTimer, '', bench.deps.now()));
    await bench.advance(0);
    await createCallLink(bench.deps, { agentId: null, displayName: 'Marija' });
    await bench.advance(3_600_000 - 20_000);
    await bench.deliver();
    assert.deepEqual(bench.types(), ['link.created']);
    await bench.advance(60_000);
    await bench.deliver();
    assert.deepEqual(bench.types(), ['link.created', 'link.expired']);
    assert.equal(bench.sent[1]?.data['expiredAt'], bench.deps.now() - 40_000);
  });

  it('of an endpoint that was removed are gone', async () => {
    await revoke(a);
    await deleteEndpoint(bench.deps, bench.endpointId);
    await bench.deliver();
    assert.deepEqual([bench.sent, (await listEndpoints(bench.deps)).endpoints], [[], []]);
  });

  it('of an endpoint nobody has are refused as not found', async () => {
    const notFound = { code: 'not_found' };
    const endpointId = 'whe_none';
    await assert.rejects(deleteEndpoint(bench.deps, endpointId), notFound);
    await assert.rejects(rotateSecret(bench.deps, endpointId), notFound);
    await assert.rejects(listDeliveries(bench.deps, { endpointId }), notFound);
    await assert.rejects(redeliver(bench.deps, { endpointId, messageId: null }), notFound);
    assert.equal(await redeliver(bench.deps, { endpointId: bench.endpointId, messageId: 'msg_none' }), 0);
  });
});
