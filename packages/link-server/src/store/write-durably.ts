import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** Writes a file only its owner can read, and waits until it is on the disk. */
export function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
