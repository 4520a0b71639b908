import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

const posix = process.platform !== 'win32';

/**
 * Our child processes. Each is the head of a group of its own, so that Ctrl+C in the terminal reaches only us and we
 * end them in order; a whole group is ended by the id of its head, never by a name.
 */
export class Children {
  #all = new Set();
  #noted;
  /** Once true, an end is meant and nothing is started again. */
  stopping = false;

  /** @param {(pid: number) => void} noted Told each new id. */
  constructor(noted = () => {}) {
    this.#noted = noted;
  }

  /**
   * @param {string} command
   * @param {string[]} args
   * @param {{ env?: Record<string, string>, cwd?: string, log?: string, terms?: number }} [options]
   *   `log`: a file for what it prints; without one, stdout and stderr are pipes. `terms`: how many SIGTERM end it.
   */
  start(command, args, { env = {}, cwd, log, terms = 1 } = {}) {
    const file = log ? openSync(log, 'a', 0o600) : undefined;
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      detached: posix,
      stdio: ['ignore', 'pipe', file ?? 'pipe'],
    });
    if (file !== undefined) closeSync(file);
    const entry = { child, terms, gone: undefined };
    entry.gone = new Promise((resolve) => {
      const end = (result) => {
        this.#all.delete(entry);
        resolve(result);
      };
      child.once('error', (error) => end({ error }));
      child.once('exit', (code, signal) => end({ code, signal }));
    });
    this.#all.add(entry);
    if (child.pid) this.#noted(child.pid);
    return { child, gone: entry.gone, stop: () => this.#stop(entry) };
  }

  /** Ends all of them; resolves when none is left. */
  async stop() {
    this.stopping = true;
    await Promise.all([...this.#all].map((entry) => this.#stop(entry)));
  }

  async #stop({ child, terms, gone }) {
    for (let i = 0; i < terms; i++) {
      signalGroup(child.pid, 'SIGTERM');
      if (i + 1 < terms && (await within(gone, 250))) break;
    }
    if (!(await within(gone, 5_000))) signalGroup(child.pid, 'SIGKILL');
    await gone;
    signalGroup(child.pid, 'SIGKILL'); // what its head may have left in its group
  }
}

/** Signals a process and everything that it started in its group; does nothing when it is gone. */
export function signalGroup(pid, signal) {
  if (!pid) return;
  try {
    process.kill(posix ? -pid : pid, signal);
  } catch {
    // gone
  }
}

const within = (promise, ms) => {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, ms, false)));
  return Promise.race([promise.then(() => true), late]).finally(() => clearTimeout(timer));
};
