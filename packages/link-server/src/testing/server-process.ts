import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A link-server that runs as a process of its own. */
export interface ServerProcess {
  readonly url: string;
  /** What it has logged so far, line by line. */
  readonly lines: readonly string[];
  /** Tells it to end, and waits until it has. */
  stop(): Promise<void>;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
}

/** Starts a link-server from its sources and waits until it listens. */
export async function startServerProcess(settings: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  const child = spawn(process.execPath, ['--conditions=@carillon/source', '--import', 'tsx', main], {
    env: { PATH: process.env['PATH'], PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      const said = JSON.parse(line) as { event: string; url?: string };
      if (said.event === 'listening') resolve(said.url ?? '');
    });
    child.once('error', reject).once('exit', (code) => reject(new Error(`the link-server ended with ${code}`)));
  });
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return { url, lines, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}
