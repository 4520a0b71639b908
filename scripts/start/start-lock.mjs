import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, processStart } from '../lib/process-start.mjs';

/** Somebody already runs Carillon on this data folder. */
export class AlreadyRunning extends Error {
  constructor(folder, owner) {
    super(
      `Carillon already runs on ${folder} (process ${owner.pid}${owner.desk ? `, ${owner.desk}` : ''}). Stop it there with Ctrl+C, or give this one a folder: DATA_DIR=… npm start`,
    );
    this.name = 'AlreadyRunning';
  }
}

/**
 * Takes a data folder for this process. The lock names our children too, so that a start after a crash can end what the
 * crash left. Throws AlreadyRunning while its owner lives.
 */
export function takeStartLock(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'start.lock');
  const me = { pid: process.pid, start: processStart(process.pid), desk: '', children: [] };
  const write = () => {
    writeFileSync(`${file}.next`, JSON.stringify(me), { mode: 0o600 });
    renameSync(`${file}.next`, file); // whoever reads it sees all of it
  };
  let orphans = [];
  try {
    writeFileSync(file, JSON.stringify(me), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const owner = read(file);
    if (owner && owner.pid !== process.pid && isRunning(owner)) throw new AlreadyRunning(folder, owner);
    orphans = (owner?.children ?? []).filter(isRunning);
    write();
  }
  return {
    orphans,
    /** Notes a child by its id and start time. */
    add: (pid) => {
      me.children.push({ pid, start: processStart(pid) });
      write();
    },
    /** Notes what to call when somebody asks who holds the folder. */
    name: (desk) => {
      me.desk = desk;
      write();
    },
    release: () => {
      if (read(file)?.pid === process.pid) rmSync(file, { force: true });
    },
  };
}

function read(file) {
  try {
    const owner = JSON.parse(readFileSync(file, 'utf8'));
    return Number.isInteger(owner.pid) ? owner : undefined;
  } catch {
    return undefined;
  }
}
