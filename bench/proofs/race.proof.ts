/**
 * `npm run proof -- race`: a thousand browsers come to one one-time link at the same moment, by HTTP: 100 times to a server
 * on SQLite, 100 times to one on PostgreSQL, 100 times to two servers on that PostgreSQL. One call begins each time.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSecret } from '../../packages/link-server/src/testing/call-center.js';
import { needPostgresql } from '../../scripts/lib/need-postgresql.mjs';
import { startPostgresql } from '../../scripts/lib/start-postgresql.mjs';
import { startBenchServer } from '../lib/start-bench-server.js';

const browsers = 1_000;
export const rounds = 300;

const folder = mkdtempSync(join(tmpdir(), 'carillon-race-'));
const postgresql = await startPostgresql(await needPostgresql());
const start = (name: string, databaseUrl?: string) =>
  startBenchServer({ folder: join(folder, name), ...(databaseUrl === undefined ? {} : { databaseUrl }) });
const [sqlite, one, two] = [
  await start('sqlite'),
  await start('one', postgresql.url),
  await start('two', postgresql.url),
];
const settings = [
  { on: 'SQLite', servers: [sqlite] },
  { on: 'PostgreSQL', servers: [one] },
  { on: 'PostgreSQL, two servers', servers: [one, two] },
];

export interface Measurement {
  readonly on: string;
  readonly winners: number;
  readonly refused: number;
  /** Statuses of whatever else was answered. */
  readonly others: readonly number[];
}

export async function round(index: number): Promise<Measurement> {
  const setting = settings[index % settings.length];
  const [first] = setting?.servers ?? [];
  if (!setting || !first) throw new Error('There is no server to come to.');
  const [code = ''] = await first.order<string[]>({ do: 'links', count: 1 });
  const come = async (i: number) => {
    const { url } = setting.servers[i % setting.servers.length] ?? first;
    const attempt = () =>
      fetch(`${url}/v1/join/${code}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${newSecret()}` },
        body: '{"medium":"audio"}',
      });
    // A server may close a connection that was idle just as it is used again: then, as browsers do, a second time.
    const answer = await attempt().catch(attempt);
    await answer.arrayBuffer();
    return answer.status;
  };
  const statuses = await Promise.all(Array.from({ length: browsers }, (_, i) => come(i)));
  const count = (wanted: number) => statuses.filter((status) => status === wanted).length;
  await first.order({ do: 'forget' });
  const others = statuses.filter((status) => status !== 201 && status !== 409);
  return { on: setting.on, winners: count(201), refused: count(409), others };
}

export async function close(): Promise<void> {
  await Promise.all([sqlite, one, two].map((server) => server.stop()));
  await postgresql.stop();
  rmSync(folder, { recursive: true, force: true });
}

export function summary(measurements: readonly Measurement[]) {
  const right = measurements.filter(({ winners, refused }) => winners === 1 && refused === browsers - 1);
  const by = settings.map(({ on }) => `${right.filter((one) => one.on === on).length} on ${on}`).join(', ');
  const text = `one winner of ${browsers} in ${right.length} of ${measurements.length} races (${by})`;
  return { text, holds: right.length === measurements.length };
}
