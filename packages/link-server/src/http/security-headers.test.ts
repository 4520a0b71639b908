import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { routes } from '@carillon/contract';
import { createHttpBench, type HttpBench } from '../testing/http-bench.js';

const known = new Set(['ALL', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

describe('security headers', () => {
  let bench: HttpBench;
  before(
    async () =>
      (bench = await createHttpBench({ app: { limits: { perAddress: 1e6, perLink: 1e6, linksPerAgent: 1e6 } } })),
  );
  after(() => bench.close());

  it('are on every answer of every route, whoever asks', async () => {
    assert.ok(bench.app.routes.length > 40);
    for (const { method, path } of bench.app.routes) {
      assert.ok(known.has(method), method);
      const real = path
        .replace(/:file\{[^}]*\}/, 'x.js')
        .replace(/:\w+/g, 'x')
        .replaceAll('*', 'x');
      const { headers } = await bench.ask(real, { method: method === 'ALL' ? 'GET' : method });
      const of = (name: string) => headers.get(name);
      const what = `${method} ${path}`;
      assert.equal(of('x-content-type-options'), 'nosniff', what);
      assert.equal(of('referrer-policy'), 'no-referrer', what);
      assert.match(of('strict-transport-security') ?? '', /max-age=31536000/, what);
      assert.equal(of('set-cookie'), null, what);
      assert.equal(of('x-powered-by'), null, what);
      if (real.startsWith('/v1/')) {
        assert.equal(of('cache-control'), 'no-store', what);
        assert.equal(of('content-security-policy'), "default-src 'none'; frame-ancestors 'none'", what);
      }
      if (real.startsWith('/j/')) assert.match(of('content-security-policy') ?? '', /frame-ancestors 'none'/, what);
    }
  });

  it('are there too when a request is refused before its route', async () => {
    const refused = await bench.ask(routes.people, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
      body: {},
    });
    assert.deepEqual([refused.status, refused.headers.get('x-content-type-options')], [403, 'nosniff']);
    const confused = await bench.ask(`${routes.health}?a=1&a=2`);
    assert.deepEqual([confused.status, confused.headers.get('x-content-type-options')], [400, 'nosniff']);
  });

  it('do not promise https where the server is reached by http', async () => {
    const own = await createHttpBench({ settings: { publicUrl: 'http://127.0.0.1:8787' } });
    assert.equal((await own.ask(routes.health)).headers.get('strict-transport-security'), null);
    await own.close();
  });
});
