import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Hono } from 'hono';
import type { DomainError } from '../domain-error.js';
import type { AppEnv } from './app-env.js';
import { cors } from './cors.js';
import { answerProblem } from './problem.js';

const desk = 'https://desk.example';
const own = 'https://call.example';
const app = new Hono<AppEnv>()
  .onError((error, c) => answerProblem(c, error as DomainError))
  .use(cors([desk], own))
  .all('/', (c) => c.text('done'));

const ask = (origin: string | undefined, method = 'GET', headers: Record<string, string> = {}) =>
  app.request('/', { method, headers: { ...(origin === undefined ? {} : { origin }), ...headers } });
const allowed = (response: Response) => response.headers.get('access-control-allow-origin');

describe('cross-origin calls', () => {
  for (const origin of [desk, own])
    it(`are open to ${origin}`, async () => {
      for (const method of ['GET', 'POST', 'PUT']) {
        const response = await ask(origin, method);
        assert.deepEqual([response.status, allowed(response)], [200, origin]);
      }
    });

  for (const origin of [
    'null',
    'https://evil.example',
    'https://desk.example.evil.example',
    'https://evil-desk.example',
    'http://desk.example',
    'https://desk.example:8443',
    'https://DESK.example',
    '*',
  ])
    it(`are closed to ${origin}: nothing can be read, nothing can be done (T28)`, async () => {
      assert.equal(allowed(await ask(origin)), null);
      const write = await ask(origin, 'POST');
      assert.deepEqual([write.status, allowed(write)], [403, null]);
      assert.equal(((await write.json()) as { code: string }).code, 'origin_not_allowed');
    });

  it('need no origin from servers and old browsers', async () => {
    const response = await ask(undefined, 'POST');
    assert.deepEqual([response.status, allowed(response)], [200, null]);
  });

  it('are never answered from a cache that was filled for another origin', async () => {
    for (const origin of [desk, 'null', undefined]) assert.equal((await ask(origin)).headers.get('vary'), 'Origin');
  });

  it('never allow credentials: there are no cookies', async () => {
    assert.equal((await ask(desk)).headers.get('access-control-allow-credentials'), null);
  });

  it('tell a preflight what may be sent, and let it be kept for a while', async () => {
    const response = await ask(desk, 'OPTIONS', { 'access-control-request-method': 'PUT' });
    assert.equal(response.status, 204);
    assert.equal(allowed(response), desk);
    const headers = response.headers.get('access-control-allow-headers') ?? '';
    for (const name of ['authorization', 'content-type', 'idempotency-key', 'last-event-id'])
      assert.ok(headers.includes(name), name);
    assert.match(response.headers.get('access-control-allow-methods') ?? '', /PUT/);
    assert.equal(response.headers.get('access-control-max-age'), '600');
  });

  it('tell a preflight from elsewhere nothing', async () => {
    const response = await ask('https://evil.example', 'OPTIONS', { 'access-control-request-method': 'PUT' });
    assert.deepEqual([allowed(response), response.headers.get('access-control-allow-headers')], [null, null]);
  });
});
