import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A process of ours: what it printed, and ways to stop it that wait until it is gone. */
export interface Child {
  readonly process: ChildProcess;
  readonly output: string[];
  /** Resolves with the first line that matches, rejects when the process ends without one. */
  line(pattern: RegExp): Promise<string>;
  stop(signal: NodeJS.Signals): Promise<void>;
}

/**
 * Starts a process whose output is kept. It is ended by its id, never by its name. `detached` makes it the head of a
 * process group of its own.
 */
export function startChild(
  command: string,
  args: readonly string[],
  env: Record<string, string>,
  { detached = false } = {},
): Child {
  const child = spawn(command, args, {
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached,
  });
  const output: string[] = [];
  const waiting = new Set<(line: string) => void>();
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        output.push(line);
        for (const tell of [...waiting]) tell(line);
      }
    });
  }
  const gone = once(child, 'exit');
  return {
    process: child,
    output,
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const known = output.find((line) => pattern.test(line));
        if (known !== undefined) return resolve(known);
        const look = (line: string) => {
          if (!pattern.test(line)) return;
          waiting.delete(look);
          resolve(line);
        };
        waiting.add(look);
        void gone.then(() =>
          reject(new Error(`${command} ended before ${String(pattern)}:\n${output.slice(-20).join('\n')}`)),
        );
      }),
    async stop(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await gone;
    },
  };
}
