/**
 * What it costs the server to tell an event to a page: our event streams beside a bare WebSocket server, both with as many
 * listeners, each event encoded for each of them. CPU of the server's process, in turns in one run.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { report, spread } from './lib/figures.js';
import { startBenchServer, startWsServer, type BenchProcess } from './lib/start-bench-server.js';

const rounds = Number(process.env['ROUNDS'] ?? 7);
const listeners = Number(process.env['AMOUNT'] ?? 500);
const times = 40;

/** A listener that reads bytes and understands nothing: its cost is small and the same for both. */
class Listener {
  bytes = 0;
  readonly socket: Socket;

  constructor(url: string, head: string) {
    const { port } = new URL(url);
    this.socket = connect(Number(port), '127.0.0.1');
    this.socket.on('data', (data) => (this.bytes += data.length));
    this.socket.write(head);
  }
}

async function listen(url: string, heads: readonly string[]): Promise<Listener[]> {
  const all = heads.map((head) => new Listener(url, head));
  // The answer's head: from then on it listens.
  await Promise.all(all.map(({ socket }) => once(socket, 'data')));
  return all;
}

async function measure(server: BenchProcess, all: readonly Listener[]): Promise<number> {
  const before = await server.order<number>({ do: 'cpu' });
  const start = all.map(({ bytes }) => bytes);
  await server.order({ do: 'tell', times });
  // Until everybody has all of it: each event has more than 300 bytes.
  const missing = () => all.some(({ bytes }, i) => bytes - (start[i] ?? 0) < times * 300);
  while (missing()) await new Promise((resolve) => setTimeout(resolve, 5));
  return ((await server.order<number>({ do: 'cpu' })) - before) / (times * all.length);
}

const folder = mkdtempSync(join(tmpdir(), 'carillon-stream-'));
const ours = await startBenchServer({ folder });
const ws = await startWsServer();
await ours.order({ do: 'agents', count: listeners });
const bearers = await ours.order<string[]>({ do: 'sessions', count: listeners });
const pages = await listen(
  ours.url,
  bearers.map(
    (bearer) =>
      `GET /v1/agent/events HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${bearer}\r\nlast-event-id: 0\r\n\r\n`,
  ),
);
const upgrade =
  'GET / HTTP/1.1\r\nhost: localhost\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n\r\n';
const sockets = await listen(
  ws.url,
  bearers.map(() => upgrade),
);

const cost = { ours: [] as number[], ws: [] as number[] };
for (let round = 0; round <= rounds; round++) {
  const figures = { ours: await measure(ours, pages), ws: await measure(ws, sockets) };
  // The first time warms up.
  if (round === 0) continue;
  cost.ours.push(figures.ours);
  cost.ws.push(figures.ws);
}
for (const { socket } of [...pages, ...sockets]) socket.destroy();
await Promise.all([ours.stop(), ws.stop()]);
rmSync(folder, { recursive: true, force: true });

const met = await report(
  'stream',
  [
    {
      name: 'CPU of the server per event told ÷ bare WebSocket',
      value: spread(cost.ours).median / spread(cost.ws).median,
      atMost: 1.25,
    },
  ],
  { rounds, listeners, cpuUsPerEvent: { ours: spread(cost.ours), ws: spread(cost.ws) } },
);
process.exitCode = met ? 0 : 1;
