import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, it, mock } from 'node:test';
import { routes } from '@carillon/contract';
import { jsonLogger } from '../log/json-logger.js';
import { append } from '../stream/append.js';
import { assertRefused, rowsOf, type BadInput } from '../testing/bad-inputs.js';
import { createHttpBench, deskOrigin, type Ask, type HttpBench } from '../testing/http-bench.js';
import { until } from '../testing/until.js';
import { agentStream } from '../transition/publish-changes.js';
import { listen } from './listen.js';

describe('bad inputs over HTTP', () => {
  let bench: HttpBench;
  let agent: string;
  const ask = <T>(path: string, request?: Ask) => bench.ask<T>(path, request);

  before(async () => {
    bench = await createHttpBench();
    agent = await bench.signIn();
  });
  after(() => bench.close());

  const checks: Readonly<Record<string, (row: BadInput) => Promise<void>>> = {
    async method(row) {
      const answer = await ask(routes.links, {
        bearer: agent,
        body: { displayName: 'A' },
        headers: row.header ?? {},
      });
      assertRefused(row, answer, undefined);
      assert.equal(answer.headers.get('allow'), 'GET, HEAD, POST');
    },
    path: async (row) => assertRefused(row, await ask(String(row.value), { bearer: agent }), undefined),
    async origin(row) {
      const headers = { origin: String(row.value) };
      const preflight = { ...headers, 'access-control-request-method': 'POST' };
      for (const answer of [
        await ask(routes.agentState, { bearer: agent, headers }),
        await ask(routes.links, { bearer: agent, headers, body: { displayName: 'A' } }),
        await ask(routes.links, { method: 'OPTIONS', headers: preflight }),
      ])
        assert.equal(answer.headers.get('access-control-allow-origin'), null);
    },
    async query(row) {
      for (const path of [routes.people, routes.customerPage('x'), routes.health])
        assertRefused(row, await ask(path + String(row.value), { bearer: agent }), undefined);
    },
    '(slow)': (row) => ('slow' in row && row.slow === 'sse' ? neverReads() : slowloris()),
    async '(log)'(row) {
      const userAgent = row.header?.['user-agent'] ?? '';
      await ask(routes.agentState, { headers: { 'user-agent': userAgent } });
      assert.ok(!JSON.stringify(bench.log.lines).includes('level\\":'));
      const lines: string[] = [];
      jsonLogger((line) => lines.push(line), bench.deps.now).error('request_failed', {
        message: userAgent.replace('\\n', '\n'),
      });
      assert.equal(lines.join('\n').split('\n').length, 1);
      assert.equal((JSON.parse(lines[0] ?? '') as { level: string }).level, 'error');
    },
  };

  for (const row of rowsOf('http'))
    it(`${row.id}: ${row.why} → ${row.expect}`, async () => {
      const check = checks[row.field];
      assert.ok(check, `no check for ${row.field}`);
      await check(row);
    });

  /** A client that never finishes its headers is closed; nobody waits for it. */
  async function slowloris() {
    const listener = await listen({ host: '127.0.0.1', port: 0, headersMs: 100 });
    listener.serve(() => new Response('fine'));
    const slow = connect(listener.port, '127.0.0.1');
    await once(slow, 'connect');
    slow.resume().write('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    assert.equal(await (await fetch(`http://127.0.0.1:${listener.port}`)).text(), 'fine');
    await once(slow, 'close');
    await listener.close(0);
  }

  /** A stream that nobody reads holds a bounded piece, is given up, and the rest is there for whoever comes back. */
  async function neverReads() {
    mock.timers.enable({ apis: ['setInterval'] });
    try {
      const bearer = await bench.signIn('ben');
      const { json } = await ask<{ agent: { id: string } }>(routes.agentState, { bearer });
      const stream = agentStream(json.agent.id);
      const headers = { authorization: `Bearer ${bearer}`, origin: deskOrigin };
      const response = await bench.app.request(routes.agentEvents, { headers });
      await bench.deps.db.tx(async (q) => {
        for (let i = 0; i < 2_000; i++) await append(q, stream, 'test', 'x'.repeat(1_000), bench.deps.now());
      });
      await until(() => {
        mock.timers.tick(bench.deps.settings.heartbeatMs);
        return bench.deps.streams.subscribers(stream) === 0;
      });
      assert.ok((await response.text()).length < 128 * 1024);
    } finally {
      mock.timers.reset();
    }
  }
});
