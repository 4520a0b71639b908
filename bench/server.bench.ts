/**
 * What the store and the middleware cost: a link made and a call begun, on both databases, beside the same request
 * without a store, with a token alone, and without middleware. All in turns in one run, so that ratios hold on any machine.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needPostgresql } from '../scripts/lib/need-postgresql.mjs';
import { startPostgresql } from '../scripts/lib/start-postgresql.mjs';
import { newSecret } from '../packages/link-server/src/testing/call-center.js';
import { report, spread } from './lib/figures.js';
import { load, type LoadRequest } from './lib/load.js';
import { startBenchServer, type BenchServer } from './lib/start-bench-server.js';

const rounds = Number(process.env['ROUNDS'] ?? 5);
const amount = Number(process.env['AMOUNT'] ?? 3_000);

const folder = mkdtempSync(join(tmpdir(), 'carillon-bench-'));
const postgresql = await startPostgresql(await needPostgresql(), { durable: true });
const engines = {
  sqlite: await startBenchServer({ folder: join(folder, 'sqlite') }),
  postgresql: await startBenchServer({ folder: join(folder, 'postgresql'), databaseUrl: postgresql.url }),
};

interface Figure {
  readonly perSecond: number;
  readonly cpuUs: number;
  readonly p99: number;
}
const figures: Record<string, Figure[]> = {};

async function measure(name: string, server: BenchServer, request: (i: number) => LoadRequest, count = amount) {
  const before = await server.order<number>({ do: 'cpu' });
  const { perSecond, p99 } = await load(server.url, { amount: count, request });
  const cpuUs = ((await server.order<number>({ do: 'cpu' })) - before) / count;
  (figures[name] ??= []).push({ perSecond, cpuUs, p99 });
}

const body = { displayName: 'Marija' };
const path = (name: string) => () => ({ path: `/bench/${name}`, body });
for (let round = 0; round <= rounds; round++) {
  await measure('bare', engines.sqlite, path('bare'));
  await measure('noStore', engines.sqlite, path('no-store'));
  await measure('jwt', engines.sqlite, path('jwt'));
  for (const [engine, server] of Object.entries(engines)) {
    await measure(`${engine} mint`, server, () => ({ path: '/v1/links', bearer: server.bearer, body }));
    const codes = await server.order<string[]>({ do: 'links', count: amount / 3 });
    const join = (i: number) => ({
      path: `/v1/join/${codes[i] ?? ''}`,
      bearer: newSecret(),
      body: { medium: 'audio' },
    });
    await measure(`${engine} join`, server, join, codes.length);
    await server.order({ do: 'forget' });
  }
  // The first time warms up.
  if (round === 0) for (const name of Object.keys(figures)) delete figures[name];
}
await Promise.all(Object.values(engines).map((server) => server.stop()));
await postgresql.stop();
rmSync(folder, { recursive: true, force: true });

const median = (name: string, of: keyof Figure) => spread((figures[name] ?? []).map((one) => one[of])).median;
const ratio = (a: string, b: string, of: keyof Figure = 'perSecond') => median(a, of) / median(b, of);
const met = await report(
  'server',
  [
    { name: 'durable mint on SQLite ÷ the same without a store', value: ratio('sqlite mint', 'noStore'), atLeast: 0.6 },
    { name: 'join on SQLite ÷ HTTP and token', value: ratio('sqlite join', 'jwt'), atLeast: 0.4 },
    { name: 'join on PostgreSQL ÷ HTTP and token', value: ratio('postgresql join', 'jwt'), atLeast: 0.2 },
    { name: 'middleware, CPU ÷ without', value: ratio('noStore', 'bare', 'cpuUs'), atMost: 2.2 },
  ],
  {
    rounds,
    amount,
    figures: Object.fromEntries(
      Object.entries(figures).map(([name, list]) => [
        name,
        {
          perSecond: spread(list.map((one) => one.perSecond)),
          cpuUsPerRequest: spread(list.map((one) => one.cpuUs)),
          p99Ms: spread(list.map((one) => one.p99)),
        },
      ]),
    ),
  },
);
process.exitCode = met ? 0 : 1;
