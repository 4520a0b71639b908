import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A server as a process of its own. */
export interface ServerProcess {
  readonly child: ChildProcess;
  readonly url: string;
  /** A link that can be used again and again. */
  readonly code: string;
  /** Its exit code, once it has ended and said everything. */
  readonly exit: Promise<number | null>;
}

/** Starts a demo server on a folder, and waits until it listens. */
export async function startServerProcess(folder: string, more: Record<string, string> = {}): Promise<ServerProcess> {
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  const child = spawn(process.execPath, ['--conditions=@carillon/source', '--import', 'tsx', main], {
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: folder,
      PORT: '0',
      LIVEKIT_URL: 'ws://127.0.0.1:1',
      DEMO: '1',
      // A load is one agent who makes links as fast as they are answered.
      RATE_LIMIT_LINKS_PER_AGENT: '1000000',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'close').then(([code]) => code as number | null);
  const lines = createInterface({ input: child.stdout });
  const said: Record<string, unknown>[] = [];
  for await (const line of lines) {
    said.push(JSON.parse(line) as Record<string, unknown>);
    if (said.length === 2) break;
  }
  // Whatever it says from now on is read and dropped, so that it never waits for us.
  child.stdout.resume();
  const url = String(said[0]?.['url']);
  return { child, url, code: new URL(String(said[1]?.['customerLink'])).pathname.slice(3), exit };
}

/** Signs a demo agent in; returns their bearer. */
export async function signIn(url: string, agent: string): Promise<string> {
  const json = { 'content-type': 'application/json' };
  const token = await fetch(`${url}/v1/demo/agents/${agent}/token`, { method: 'POST', headers: json, body: '{}' });
  const session = await fetch(`${url}/v1/agent/session`, { method: 'POST', headers: json, body: await token.text() });
  return ((await session.json()) as { bearer: string }).bearer;
}
