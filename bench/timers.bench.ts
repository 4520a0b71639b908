/**
 * How late timers go off, and how often a server that has nothing to do asks its database: 300 deadlines over 2 to 10
 * seconds on SQLite, and on one PostgreSQL with two servers, where each goes off once.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deps } from '../packages/link-server/src/deps.js';
import type { Database } from '../packages/link-server/src/store/database.js';
import { migrate } from '../packages/link-server/src/store/migrate.js';
import { openPostgresqlDatabase } from '../packages/link-server/src/store/postgresql-database.js';
import { openSqliteDatabase } from '../packages/link-server/src/store/sqlite-database.js';
import { MemoryLogger } from '../packages/link-server/src/testing/memory-logger.js';
import { claimTimer, setTimer } from '../packages/link-server/src/timer/timer.js';
import { TimerLoop } from '../packages/link-server/src/timer/timer-loop.js';
import { needPostgresql } from '../scripts/lib/need-postgresql.mjs';
import { startPostgresql } from '../scripts/lib/start-postgresql.mjs';
import { report, spread } from './lib/figures.js';

const rounds = Number(process.env['ROUNDS'] ?? 3);
const timers = 300;
const idleMs = 10_000;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A database that counts what it is asked. */
function counted(db: Database): { readonly db: Database; readonly count: () => number } {
  let asked = 0;
  const counting: Database = {
    dialect: db.dialect,
    tx: (body, options) => (asked++, db.tx(body, options)),
    read: (body) => (asked++, db.read(body)),
    onRing: (listener) => db.onRing(listener),
    close: () => db.close(),
  };
  return { db: counting, count: () => asked };
}

const folder = mkdtempSync(join(tmpdir(), 'carillon-timers-'));
const postgresql = await startPostgresql(await needPostgresql(), { durable: true });
const engines = [
  { engine: 'sqlite', open: [await openSqliteDatabase(join(folder, 'timers.db'))] },
  {
    engine: 'postgresql',
    open: [await openPostgresqlDatabase(postgresql.url), await openPostgresqlDatabase(postgresql.url)],
  },
];
const late: Record<string, number[]> = { sqlite: [], postgresql: [] };
const idle: Record<string, number> = {};
let notOnce = 0;

for (const { engine, open } of engines) {
  const databases = open.map(counted);
  const [first] = databases;
  if (!first) continue;
  await migrate(first.db, Date.now());
  const fired = new Map<string, number>();
  const loops = databases.map(({ db }) => {
    // All that the loop and the handler use.
    const deps = { db, now: Date.now, log: new MemoryLogger() } as unknown as Deps;
    return new TimerLoop(deps, {
      bench: (_, timer) =>
        db.tx(async (q) => {
          if (!(await claimTimer(q, timer))) return;
          late[engine]?.push(Date.now() - timer.dueAt);
          fired.set(timer.ref, (fired.get(timer.ref) ?? 0) + 1);
        }),
    });
  });
  for (const loop of loops) loop.start();
  for (let round = 0; round < rounds; round++) {
    fired.clear();
    const now = Date.now();
    for (let i = 0; i < timers; i++)
      await first.db.tx((q) => setTimer(q, 'bench', String(i), now + 2_000 + ((i * 7_919) % 8_000)));
    // Long enough for every one to be late, and for one that goes off twice to do so.
    for (let waited = 0; waited < 60 && (fired.size < timers || waited < 21); waited++) await wait(500);
    notOnce += timers - [...fired.values()].filter((times) => times === 1).length;
  }
  const before = databases.reduce((sum, { count }) => sum + count(), 0);
  await wait(idleMs);
  const asked = databases.reduce((sum, { count }) => sum + count(), 0) - before;
  idle[engine] = asked / databases.length / (idleMs / 1_000);
  await Promise.all(loops.map((loop) => loop.stop()));
  await Promise.all(open.map((db) => db.close()));
}
await postgresql.stop();
rmSync(folder, { recursive: true, force: true });

const p99 = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? 0;
const met = await report(
  'timers',
  [
    { name: 'late on SQLite, p99 in ms', value: p99(late['sqlite'] ?? []), atMost: 10 },
    { name: 'late on PostgreSQL, p99 in ms', value: p99(late['postgresql'] ?? []), atMost: 10 },
    { name: 'questions a second of an idle server', value: Math.max(...Object.values(idle)), atMost: 2 },
    { name: 'timers that did not go off once', value: notOnce, atMost: 0 },
  ],
  { rounds, timers, late: Object.fromEntries(Object.entries(late).map(([name, list]) => [name, spread(list)])), idle },
);
process.exitCode = met ? 0 : 1;
