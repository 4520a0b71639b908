import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** Writes a file only its owner can read, and waits until it is on the disk. Flag `wx` fails when it exists. */
export function writeDurably(path: string, text: string, flag: 'w' | 'wx' = 'w'): void {
  const file = openSync(path, flag, 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
