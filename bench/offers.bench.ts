/**
 * How many calls begin to ring a second: two servers on one PostgreSQL, both routing the same line of those who wait at
 * the same agents, with every event, timer and timeline entry that a ring has. No agent and no call rings twice.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needPostgresql } from '../scripts/lib/need-postgresql.mjs';
import { startPostgresql } from '../scripts/lib/start-postgresql.mjs';
import { report, spread } from './lib/figures.js';
import { startBenchServer } from './lib/start-bench-server.js';

const rounds = Number(process.env['ROUNDS'] ?? 5);
const people = Number(process.env['AMOUNT'] ?? 2_000);

interface Rung {
  readonly offers: number;
  readonly agents: number;
  readonly calls: number;
  readonly waiting: number;
}

const folder = mkdtempSync(join(tmpdir(), 'carillon-offers-'));
const postgresql = await startPostgresql(await needPostgresql(), { durable: true });
const [one, two] = await Promise.all(
  ['one', 'two'].map((name) => startBenchServer({ folder: join(folder, name), databaseUrl: postgresql.url })),
);
if (!one || !two) throw new Error('Two servers are needed.');
await one.order({ do: 'agents', count: people });

const perSecond: number[] = [];
let double = 0;
for (let round = 0; round <= rounds; round++) {
  await one.order({ do: 'away' });
  await Promise.all([one, two].map((server) => server.order({ do: 'calls', count: people / 2, queues: people / 10 })));
  await one.order({ do: 'free' });
  const began = performance.now();
  await Promise.all([one, two].map((server) => server.order({ do: 'route' })));
  const seconds = (performance.now() - began) / 1_000;
  const rung = await one.order<Rung>({ do: 'rung' });
  if (rung.offers !== people || rung.waiting !== 0) throw new Error(`${rung.offers} of ${people} calls ring`);
  double += people - Math.min(rung.agents, rung.calls);
  if (round > 0) perSecond.push(people / seconds);
  await one.order({ do: 'forget' });
}
await Promise.all([one, two].map((server) => server.stop()));
await postgresql.stop();
rmSync(folder, { recursive: true, force: true });

const met = await report(
  'offers',
  [
    {
      name: 'calls that begin to ring a second, two servers on one PostgreSQL',
      value: spread(perSecond).median,
      atLeast: 1_900,
    },
    { name: 'agents or calls that ring twice', value: double, atMost: 0 },
  ],
  { rounds, people, perSecond: spread(perSecond) },
);
process.exitCode = met ? 0 : 1;
