import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { loadSqliteDriver } from '../store/sqlite-driver.js';

/** A backup that cannot be made; says why. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/**
 * Copies a server's data folder into a new one, while the server runs: the database as it stands at one moment, and the
 * secrets. A server that is started on the copy goes on from that moment. @throws {BackupError}
 */
export async function backUp(dataFolder: string, target: string): Promise<void> {
  const source = join(dataFolder, 'carillon.db');
  if (!existsSync(source)) throw new BackupError(`There is no database in ${dataFolder}. Set DATA_DIR.`);
  const copy = join(target, 'carillon.db');
  if (existsSync(copy)) throw new BackupError(`${target} holds a backup already. Choose another folder.`);
  mkdirSync(target, { recursive: true, mode: 0o700 });
  chmodSync(target, 0o700);
  const { DatabaseSync } = await loadSqliteDriver();
  const db = new DatabaseSync(source, { readOnly: true, timeout: 5_000 });
  const unfinished = `${copy}.unfinished`;
  try {
    // One read transaction from beginning to end: writers go on meanwhile and are not in it.
    db.prepare('vacuum into ?').run(unfinished);
  } finally {
    db.close();
  }
  chmodSync(unfinished, 0o600);
  const secrets = join(dataFolder, 'secrets.json');
  if (existsSync(secrets)) {
    copyFileSync(secrets, join(target, 'secrets.json'));
    chmodSync(join(target, 'secrets.json'), 0o600);
  }
  // Last: what bears the name is whole.
  renameSync(unfinished, copy);
}
