/**
 * `npm run proof -- reconnect`: 5,000 times a page loses its event stream in the middle of what it is told and comes back
 * with the last number it knows, in 20 rounds of 250, on SQLite and on two servers with one PostgreSQL in turn. Every page
 * has to be told everything once, in order.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventFrames } from '../../packages/link-server/src/testing/event-frames.js';
import { needPostgresql } from '../../scripts/lib/need-postgresql.mjs';
import { startPostgresql } from '../../scripts/lib/start-postgresql.mjs';
import { startBenchServer, type BenchServer } from '../lib/start-bench-server.js';

const pages = 25;
const reconnectsEach = 10;
export const rounds = 20;

const folder = mkdtempSync(join(tmpdir(), 'carillon-reconnect-'));
const postgresql = await startPostgresql(await needPostgresql());
const start = (name: string, databaseUrl?: string) =>
  startBenchServer({ folder: join(folder, name), ...(databaseUrl === undefined ? {} : { databaseUrl }) });
const sqlite = await start('sqlite');
const shared = [await start('one', postgresql.url), await start('two', postgresql.url)];
for (const server of [sqlite, ...shared.slice(0, 1)]) await server.order({ do: 'agents', count: pages });

export interface Measurement {
  readonly on: string;
  readonly reconnects: number;
  readonly events: number;
  readonly missed: number;
  readonly twice: number;
}

export async function round(index: number): Promise<Measurement> {
  const [on, servers] = index % 2 === 0 ? (['SQLite', [sqlite]] as const) : (['PostgreSQL', shared] as const);
  const bearers = await (servers[0] ?? sqlite).order<string[]>({ do: 'sessions', count: pages });
  const told = await Promise.all(bearers.map((bearer, i) => follow(servers, bearer, i)));
  const sum = (of: (page: Told) => number) => told.reduce((total, page) => total + of(page), 0);
  return {
    on,
    reconnects: sum(({ reconnects }) => reconnects),
    events: sum(({ events }) => events),
    missed: sum(({ missed }) => missed),
    twice: sum(({ twice }) => twice),
  };
}

interface Told {
  readonly reconnects: number;
  readonly events: number;
  readonly missed: number;
  readonly twice: number;
}

/** One agent's page: something changes for it again and again, while its stream breaks after a few events each time. */
async function follow(servers: readonly BenchServer[], bearer: string, seed: number): Promise<Told> {
  const serverOf = (i: number) => servers[i % servers.length] ?? sqlite;
  const headers = { authorization: `Bearer ${bearer}` };
  const open = (server: BenchServer, after: number | undefined) =>
    fetch(`${server.url}/v1/agent/events`, {
      headers: { ...headers, ...(after === undefined ? {} : { 'last-event-id': String(after) }) },
    });
  let over = false;
  const changes = (async () => {
    for (let i = 0; !over; i++)
      await fetch(`${serverOf(i).url}/v1/agent/status`, {
        method: 'PUT',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ status: i % 2 ? 'away' : 'busy' }),
      });
  })();
  let position: number | undefined;
  let [events, missed, twice] = [0, 0, 0];
  for (let reconnects = 0; reconnects <= reconnectsEach; reconnects++) {
    const frames = new EventFrames(await open(serverOf(reconnects + seed), position));
    const hello = await frames.next();
    position ??= (hello?.data as { position: number }).position;
    for (let left = 1 + ((seed + reconnects * 7) % 9); left > 0;) {
      const { id } = (await frames.next()) ?? {};
      if (id === undefined) continue;
      if (id <= position) twice++;
      else missed += id - position - 1;
      position = Math.max(position, id);
      events++;
      left--;
    }
    await frames.cancel();
  }
  over = true;
  await changes;
  return { reconnects: reconnectsEach, events, missed, twice };
}

export async function close(): Promise<void> {
  await Promise.all([sqlite, ...shared].map((server) => server.stop()));
  await postgresql.stop();
  rmSync(folder, { recursive: true, force: true });
}

export function summary(measurements: readonly Measurement[]) {
  const sum = (of: 'reconnects' | 'events' | 'missed' | 'twice') =>
    measurements.reduce((total, one) => total + one[of], 0);
  const text = `${sum('missed')} missed and ${sum('twice')} told twice of ${sum('events')} events over ${sum('reconnects')} reconnects`;
  return { text, holds: sum('missed') === 0 && sum('twice') === 0 };
}
