import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  CreatedWebhookEndpoint,
  routes,
  WebhookDeliveryList,
  WebhookEndpointList,
  type Problem,
} from '@carillon/contract';
import { createHttpBench, type HttpBench } from '../testing/http-bench.js';
import { WebhookLoop } from '../webhook/webhook-loop.js';

describe('the routes of webhooks', () => {
  let bench: HttpBench;
  let admin: string;
  beforeEach(async () => {
    bench = await createHttpBench();
    admin = await bench.signIn('ana');
  });
  afterEach(() => bench.close());

  const make = async (body: object = { url: 'https://hooks.example/' }) =>
    await bench.ask<Problem>(routes.webhookEndpoints, { bearer: admin, body });

  it('make an endpoint whose secret is shown once, and change that', async () => {
    const made = await make();
    const { endpoint, secret } = CreatedWebhookEndpoint.parse(made.json);
    assert.equal(made.status, 201);
    const list = await bench.ask(routes.webhookEndpoints, { bearer: admin });
    assert.deepEqual(WebhookEndpointList.parse(list.json).endpoints, [endpoint]);
    assert.ok(!list.text.includes(secret.slice(6)));
    const other = await bench.ask(routes.webhookSecret(endpoint.id), { bearer: admin, body: {} });
    assert.notEqual(CreatedWebhookEndpoint.parse(other.json).secret, secret);
    const gone = { method: 'DELETE', bearer: admin };
    assert.equal((await bench.ask(routes.webhookEndpoint(endpoint.id), gone)).status, 200);
    assert.equal((await bench.ask(routes.webhookEndpoint(endpoint.id), gone)).status, 404);
  });

  it('refuse an address that is not on the internet, and a secret that is short', async () => {
    for (const body of [
      { url: 'https://127.0.0.1/' },
      { url: 'http://hooks.example/' },
      { url: 'https://hooks.example/', secret: 'abc' },
      { url: 'https://hooks.example/', more: 1 },
      {},
    ]) {
      const { status, json } = await make(body);
      assert.deepEqual([status, json.code], [400, 'invalid_request']);
    }
  });

  it('list what was given up, and send it again', async () => {
    const { endpoint } = CreatedWebhookEndpoint.parse((await make()).json);
    let status = 410;
    const loop = new WebhookLoop(bench.deps, async () => ({ status }), bench.clock);
    await bench.newLink();
    await loop.runDue();
    const dead = async () => {
      const { json } = await bench.ask(`${routes.webhookDeliveries(endpoint.id)}?state=dead`, { bearer: admin });
      return WebhookDeliveryList.parse(json).deliveries;
    };
    const [given] = await dead();
    assert.deepEqual([given?.type, given?.lastStatus, given?.tries], ['link.created', 410, 1]);
    status = 200;
    const body = { messageId: given?.messageId };
    const again = await bench.ask<{ redelivered: number }>(routes.webhookRedeliver(endpoint.id), {
      bearer: admin,
      body,
    });
    assert.equal(again.json.redelivered, 1);
    await loop.runDue();
    assert.deepEqual(await dead(), []);
  });

  it('are for administrators alone', async () => {
    const agent = await bench.signIn('ben');
    const id = `whe_${'x'.repeat(22)}`;
    for (const [method, path] of [
      ['GET', routes.webhookEndpoints],
      ['POST', routes.webhookEndpoints],
      ['DELETE', routes.webhookEndpoint(id)],
      ['POST', routes.webhookSecret(id)],
      ['GET', routes.webhookDeliveries(id)],
      ['POST', routes.webhookRedeliver(id)],
    ] as const)
      for (const [bearer, status] of [
        [undefined, 401],
        [agent, 403],
      ] as const) {
        const answer = await bench.ask(path, { method, bearer, ...(method === 'GET' ? {} : { body: {} }) });
        assert.equal(answer.status, status, `${method} ${path}`);
      }
  });

  it('know nothing of an endpoint that is not there, nor of a state that is none', async () => {
    const { endpoint } = CreatedWebhookEndpoint.parse((await make()).json);
    const ask = async (path: string, body?: object) => (await bench.ask(path, { bearer: admin, body })).status;
    for (const id of ['x', `whe_${'x'.repeat(22)}`]) assert.equal(await ask(routes.webhookDeliveries(id)), 404);
    assert.equal(await ask(`${routes.webhookDeliveries(endpoint.id)}?state=lost`), 400);
    assert.equal(await ask(routes.webhookRedeliver(`whe_${'x'.repeat(22)}`), {}), 404);
  });
});
