import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
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
  const own: Holder = {
    pid: process.pid,
    startTime: startTimeOf(process.pid),
    nonce: randomBytes(9).toString('base64url'),
  };
  const text = JSON.stringify(own);
  for (;;) {
    if (place(path, text)) return { release: () => void (read(path) === text && rmSync(path)) };
    const found = read(path);
    if (found === undefined) continue;
    const pid = livingHolder(found);
    if (pid !== undefined) throw new FolderInUseError(dirname(path), pid);
    removeStale(path, found);
  }
}

/** Puts the whole file there at once, so that nobody ever reads half of one. False when there is one already. */
function place(path: string, text: string): boolean {
  const aside = asideOf(path);
  writeDurably(aside, text);
  try {
    linkSync(aside, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** The process that holds the lock; undefined when it is gone, or the file is not one of ours. */
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
  const aside = asideOf(path);
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

const asideOf = (path: string): string => `${path}.${randomBytes(6).toString('hex')}`;

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
