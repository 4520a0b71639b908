import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Hono } from 'hono';
import { routes, type Problem } from '@carillon/contract';
import { browserSecret, createHttpBench } from '../testing/http-bench.js';
import type { DomainError } from '../domain-error.js';
import type { AppEnv } from './app-env.js';
import { addressGroup, clientAddress } from './client-address.js';
import { defaultLimits, limitByAddress } from './limit-requests.js';
import { answerProblem } from './problem.js';

describe('the limit for an address', () => {
  let now = 0;
  const clientOf = clientAddress(['10.0.0.1']);
  const app = () => {
    const hono = new Hono<AppEnv>()
      .onError((error, c) => answerProblem(c, error as DomainError))
      .use(
        limitByAddress(
          3,
          () => now,
          (c) => addressGroup(clientOf(c.req.header('peer') ?? '', c.req.header('x-forwarded-for'))),
        ),
      )
      .get('/', (c) => c.body(null, 204));
    return async (peer: string, forwarded?: string) => {
      const headers = { peer, ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }) };
      return await hono.request('/', { headers });
    };
  };
  const statuses = async (ask: ReturnType<typeof app>, from: readonly (readonly [string, string?])[]) => {
    const all: number[] = [];
    for (const one of from) all.push((await ask(...one)).status);
    return all;
  };
  const four = (...one: [string, string?]) => [one, one, one, one] as const;

  it('lets so many through a minute, then says 429 and when to come back', async () => {
    const ask = app();
    assert.deepEqual(await statuses(ask, four('203.0.113.9')), [204, 204, 204, 429]);
    const refused = await ask('203.0.113.9');
    assert.deepEqual(
      [refused.headers.get('retry-after'), ((await refused.json()) as Problem).code],
      ['60', 'rate_limited'],
    );
    now += 20_000;
    assert.deepEqual(await statuses(ask, four('203.0.113.9')), [204, 429, 429, 429]);
  });

  it('is not for a neighbour', async () => {
    const ask = app();
    await statuses(ask, four('203.0.113.9'));
    assert.equal((await ask('203.0.113.8')).status, 204);
  });

  it('is one for a whole IPv6 /64', async () => {
    const ask = app();
    const from = ['2001:db8::1', '2001:db8::2', '2001:db8:0:0:5::1', '2001:db8::ffff'].map((one) => [one] as const);
    assert.deepEqual(await statuses(ask, from), [204, 204, 204, 429]);
    assert.equal((await ask('2001:db8:0:1::1')).status, 204);
  });

  it('cannot be passed by a header, and counts clients apart behind a proxy that is trusted', async () => {
    const ask = app();
    const claims = ['1.1.1.1', '2.2.2.2', '3.3.3.3', '4.4.4.4'].map((one) => ['203.0.113.9', one] as const);
    assert.deepEqual(await statuses(ask, claims), [204, 204, 204, 429]);
    assert.deepEqual(await statuses(ask, four('10.0.0.1', '1.1.1.1')), [204, 204, 204, 429]);
    assert.equal((await ask('10.0.0.1', '9.9.9.9, 2.2.2.2')).status, 204);
    assert.equal((await ask('10.0.0.1', '9.9.9.9, 1.1.1.1')).status, 429);
  });

  it('is not for this machine itself', async () =>
    assert.deepEqual(await statuses(app(), four('127.0.0.1')), [204, 204, 204, 204]));
});

describe('the limit for a link', () => {
  it('counts attempts to start a call, from wherever, and lets the page look', async () => {
    const bench = await createHttpBench({ app: { limits: { ...defaultLimits, perLink: 3 } } });
    const [code, other] = [await bench.newLink(), await bench.newLink()];
    const attempt = async (which: string) =>
      (await bench.ask(routes.join(which), { bearer: browserSecret(), body: { medium: 'audio' } })).status;
    const statuses: number[] = [];
    for (let times = 0; times < 4; times++) statuses.push(await attempt(code));
    assert.deepEqual(statuses, [201, 409, 409, 429]);
    assert.deepEqual([(await bench.ask(routes.join(code))).status, await attempt(other)], [200, 201]);
    bench.clock.moveTo(bench.deps.now() + 20_000);
    assert.equal(await attempt(code), 409);
    await bench.close();
  });
});

describe('the limit on links that are made (T9)', () => {
  it('counts those of one agent, and of no program', async () => {
    const bench = await createHttpBench({ app: { limits: { ...defaultLimits, linksPerAgent: 3 } } });
    const [ana, ben] = [await bench.signIn('ana'), await bench.signIn('ben')];
    const make = async (bearer: string) =>
      (await bench.ask(routes.links, { bearer, body: { displayName: 'Marija' } })).status;
    const statuses: number[] = [];
    for (let times = 0; times < 4; times++) statuses.push(await make(ana));
    assert.deepEqual(statuses, [201, 201, 201, 429]);
    assert.equal(await make(ben), 201);
    const { json } = await bench.ask<{ secret: string }>(routes.apiKeys, { bearer: ana, body: { name: 'CRM' } });
    for (let times = 0; times < 4; times++) assert.equal(await make(json.secret), 201);
    bench.clock.moveTo(bench.deps.now() + 20_000);
    assert.deepEqual([await make(ana), await make(ana)], [201, 429]);
    await bench.close();
  });
});
