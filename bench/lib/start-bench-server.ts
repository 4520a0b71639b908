import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Order } from './bench-server.js';

export interface BenchServer {
  readonly url: string;
  /** An agent's bearer. */
  readonly bearer: string;
  /** Sends an order and waits until it is carried out. */
  order<T>(order: Order): Promise<T>;
  stop(): Promise<void>;
}

/** Starts a link-server for a benchmark: on SQLite in a folder, or on a PostgreSQL. */
export async function startBenchServer(store: {
  readonly folder: string;
  readonly databaseUrl?: string;
}): Promise<BenchServer> {
  const script = fileURLToPath(new URL('bench-server.ts', import.meta.url));
  const child = fork(script, {
    execArgv: ['--conditions=@carillon/source', '--import', 'tsx'],
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: store.folder,
      ...(store.databaseUrl === undefined ? {} : { DATABASE_URL: store.databaseUrl }),
    },
    // Its log is written and read by nobody, as on a server whose log goes to a file.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const answer = async <T>(): Promise<T> => {
    const [message] = (await once(child, 'message')) as [T & { readonly error?: string }];
    if (message.error !== undefined) throw new Error(message.error);
    return message;
  };
  const { url, token } = await answer<{ url: string; token: string }>();
  const session = await fetch(`${url}/v1/agent/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  const { bearer } = (await session.json()) as { bearer: string };
  return {
    url,
    bearer,
    async order<T>(order: Order) {
      const answered = answer<{ result: T }>();
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
