import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { startTimeOf } from './process-start-time.js';
import { writeDurably } from './write-durably.js';

/** Another server uses the folder. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
  /** Its process. */
  readonly pid: number;

  constructor(path: string, pid: number) {
    super(`Another server (process ${pid}) uses ${path}.`);
    this.pid = pid;
  }
}

export interface Lock {
  /** Gives the lock back; harmless when it was given back already. */
  release(): void;
}

interface Holder {
  readonly pid: number;
  /** Tells a living process from a later one with the same number. */
  readonly startTime: string | null;
  readonly nonce: string;
}

/**
 * Takes a lock that is a file. A file left by a process that is gone is replaced.
 * @throws {FolderInUseError} when its process lives.
 */
export function takeLock(path: string): Lock {
  const own: Holder = { pid: process.pid, startTime: startTimeOf(process.pid), nonce: randomBytes(9).toString('base64url') };
  const text = JSON.stringify(own);
  for (;;) {
    try {
      writeDurably(path, text, 'wx');
      return { release: () => void (read(path) === text && rmSync(path)) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const found = read(path);
    if (found === undefined) continue;
    const pid = livingHolder(found);
    if (pid !== undefined) throw new FolderInUseError(path, pid);
    removeStale(path, found);
  }
}

/** The process that holds the lock; undefined when it is gone, or the file was never finished. */
function livingHolder(text: string): number | undefined {
  try {
    const { pid, startTime } = JSON.parse(text) as Holder;
    process.kill(pid, 0);
    return startTime === startTimeOf(pid) ? pid : undefined;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? (JSON.parse(text) as Holder).pid : undefined;
  }
}

/** Removes a stale lock, but puts it back if somebody else replaced it between our look and our move. */
function removeStale(path: string, stale: string): void {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  try {
    if (read(aside) !== stale) linkSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
