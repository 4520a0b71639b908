import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Order } from './bench-server.js';

/** A process that takes orders. */
export interface BenchProcess {
  readonly url: string;
  /** Sends an order and waits until it is carried out. */
  order<T>(order: Order): Promise<T>;
  stop(): Promise<void>;
}

export interface BenchServer extends BenchProcess {
  /** An agent's bearer. */
  readonly bearer: string;
}

/** Starts a link-server for a benchmark: on SQLite in a folder, or on a PostgreSQL. */
export async function startBenchServer(store: {
  readonly folder: string;
  readonly databaseUrl?: string;
}): Promise<BenchServer> {
  const { said, ...server } = await start<{ readonly url: string; readonly token: string }>('bench-server.ts', {
    DATA_DIR: store.folder,
    ...(store.databaseUrl === undefined ? {} : { DATABASE_URL: store.databaseUrl }),
  });
  const session = await fetch(`${said.url}/v1/agent/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: said.token }),
  });
  const { bearer } = (await session.json()) as { bearer: string };
  return { ...server, bearer };
}

/** Starts a bare WebSocket server. */
export const startWsServer = (): Promise<BenchProcess> => start<{ readonly url: string }>('ws-server.ts', {});

async function start<Said extends { readonly url: string }>(script: string, env: Readonly<Record<string, string>>) {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), {
    execArgv: ['--conditions=@carillon/source', '--import', 'tsx'],
    env: { PATH: process.env['PATH'], ...env },
    // Its log is written and read by nobody, as on a server whose log goes to a file.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const said = await answer<Said>(child);
  return {
    said,
    url: said.url,
    async order<T>(order: Order) {
      const answered = answer<{ result: T }>(child);
      child.send(order);
      return (await answered).result;
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function answer<T>(child: ChildProcess): Promise<T> {
  const [message] = (await once(child, 'message')) as [T & { readonly error?: string }];
  if (message.error !== undefined) throw new Error(message.error);
  return message;
}
