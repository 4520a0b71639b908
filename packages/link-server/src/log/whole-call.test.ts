import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { routes } from '@carillon/contract';
import { createHttpBench, type HttpBench } from '../testing/http-bench.js';
import { jsonLogger } from './json-logger.js';

/** Whatever must never be in a log: each is used in the call below. */
const name = 'Zvonimira Canary';
const note = 'canary-note about +385 91 555 0199';

describe('the log of a whole call', () => {
  const lines: string[] = [];
  const secrets: string[] = [name, 'Zvonimira', note, 'canary-note', '555 0199'];
  let bench: HttpBench;
  before(async () => {
    bench = await createHttpBench();
    const log = jsonLogger((line) => lines.push(line), bench.deps.now);
    for (const level of ['info', 'warn', 'error'] as const)
      bench.deps.log[level] = (event, fields) => log[level](event, fields);
    const code = await bench.newLink({ displayName: name });
    bench.livekit.failNext('grant', 2);
    const agent = await bench.activeAgent();
    const customer = await bench.caller(code);
    const { json } = await bench.ask<{ offer: { id: string } }>(routes.agentState, { bearer: agent });
    const answer = await bench.ask<{ media: { token: string; identity: string } }>(routes.offerAccept(json.offer.id), {
      bearer: agent,
      body: {},
    });
    const { token, identity } = answer.json.media;
    const { room } = bench.livekit.joinWith(customer.token);
    bench.livekit.joinWith(token);
    bench.livekit.publish(room, identity);
    await bench.ask(routes.callConnected(customer.callId), { bearer: agent, body: {} });
    await bench.settle();
    await bench.ask(routes.callEnd(customer.callId), { bearer: agent, body: {} });
    const state = await bench.ask<{ wrapUp: { id: string } }>(routes.agentState, { bearer: agent });
    await bench.ask(routes.wrapUpNote(state.json.wrapUp.id), { method: 'PUT', bearer: agent, body: { note } });
    await bench.ask(`${routes.join(code)}?token=${token}`, { bearer: customer.secret });
    await bench.ask(routes.links, { bearer: agent, body: { displayName: name.repeat(99) } });
    await bench.ask(routes.livekitWebhook, { body: name, headers: { authorization: token } });
    bench.deps.db.read = () => Promise.reject(new Error(`broken for ${code} and ${customer.secret} with ${token}`));
    await bench.ask(routes.join(code));
    secrets.push(code, customer.secret, customer.token, token, agent);
  });
  after(() => bench.close());

  it('has a line for each request, with its id, its route and its status', () => {
    const requests = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ event }) => event === 'request');
    assert.ok(requests.length >= 12);
    for (const line of requests)
      assert.deepEqual(
        [typeof line['requestId'], typeof line['route'], typeof line['status'], typeof line['ms']],
        ['string', 'string', 'number', 'number'],
      );
    assert.ok(requests.some(({ route, status }) => route === '/v1/join/:code' && status === 500));
  });

  it('has the lines of what went wrong, by the id of the request', () => {
    const events = lines.map((line) => (JSON.parse(line) as { event: string }).event);
    for (const event of ['request_failed', 'grant_failed']) assert.ok(events.includes(event), event);
  });

  it('has no name, number, note, link code, bearer or token in it', () => {
    for (const secret of secrets)
      assert.deepEqual(
        lines.filter((line) => line.includes(secret)),
        [],
      );
    assert.deepEqual(
      lines.filter((line) => /eyJ[\w-]+\./.test(line)),
      [],
    );
  });
});
