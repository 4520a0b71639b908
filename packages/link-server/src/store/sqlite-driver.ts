import type { Value } from './database.js';

/** What the adapter uses of `node:sqlite`, whose interface `@photostructure/sqlite` shares. */
export interface SqliteDriver {
  readonly DatabaseSync: new (
    path: string,
    options?: { readonly readOnly?: boolean; readonly timeout?: number },
  ) => SqliteHandle;
}

export interface SqliteHandle {
  exec(sql: string): void;
  prepare(sql: string): SqliteStatement;
  close(): void;
}

export interface SqliteStatement {
  get(...args: Value[]): unknown;
  all(...args: Value[]): unknown[];
  run(...args: Value[]): { changes: number | bigint };
}

/** Before it, a WAL database with two connections could lose committed writes (sqlite.org/changes.html, 3.51.3). */
export const oldestSqlite = '3.51.3';

/** True when a dotted version is at least another. */
export function isAtLeast(version: string, oldest: string): boolean {
  const [have, need] = [version, oldest].map((text) => text.split('.').map(Number));
  for (let i = 0; i < 3; i++) {
    const difference = (have?.[i] ?? 0) - (need?.[i] ?? 0);
    if (difference) return difference > 0;
  }
  return true;
}

/** The version of SQLite inside a driver. */
export function sqliteVersion({ DatabaseSync }: SqliteDriver): string {
  const db = new DatabaseSync(':memory:');
  try {
    return (db.prepare('select sqlite_version() as version').get() as { version: string }).version;
  } finally {
    db.close();
  }
}

/** Node's own driver where there is one (22.13 and later, unless disabled). */
async function builtinDriver(): Promise<SqliteDriver | undefined> {
  return process.getBuiltinModule?.('node:sqlite') as SqliteDriver | undefined;
}

const packagedDriver = async (): Promise<SqliteDriver> => await import('@photostructure/sqlite');

/**
 * Picks the first driver whose SQLite is new enough.
 * @throws {Error} when none is, as acknowledged writes would not be safe.
 */
export async function loadSqliteDriver(
  sources: readonly (() => Promise<SqliteDriver | undefined>)[] = [builtinDriver, packagedDriver],
): Promise<SqliteDriver> {
  const tooOld: string[] = [];
  for (const source of sources) {
    const driver = await source();
    if (!driver) continue;
    const version = sqliteVersion(driver);
    if (isAtLeast(version, oldestSqlite)) return driver;
    tooOld.push(version);
  }
  throw new Error(`SQLite ${oldestSqlite} or later is needed; found ${tooOld.join(', ') || 'none'}.`);
}
