import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const left = new Set<string>();
process.once('exit', () => left.forEach(removeTemporaryFolder));

/** A new empty folder for a test. It goes with the process at the latest. */
export function createTemporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'link-server-'));
  left.add(path);
  return path;
}

export function removeTemporaryFolder(path: string): void {
  left.delete(path);
  rmSync(path, { recursive: true, force: true });
}
