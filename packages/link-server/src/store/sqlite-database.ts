import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database, Query } from './database.js';
import { RingListeners } from './ring-listeners.js';
import { SqliteConnection } from './sqlite-connection.js';
import { loadSqliteDriver, type SqliteDriver } from './sqlite-driver.js';
import { SqliteReader } from './sqlite-reader.js';
import { SqliteWriter } from './sqlite-writer.js';

/** How long to wait for a lock that another process holds, in milliseconds. Ours never has to: one writer, WAL readers. */
const busyTimeoutMs = 5_000;

/** Opens, and creates if need be, a SQLite database in a file: WAL, every commit synced to the disk before its answer. */
export async function openSqliteDatabase(path: string, driver?: SqliteDriver): Promise<Database> {
  const { DatabaseSync } = driver ?? (await loadSqliteDriver());
  const writing = new DatabaseSync(path, { timeout: busyTimeoutMs });
  try {
    const mode = writing.prepare('pragma journal_mode = wal').get() as { journal_mode: string };
    if (mode.journal_mode !== 'wal') throw new Error(`${path} cannot use write-ahead logging (${mode.journal_mode}).`);
    writing.exec('pragma synchronous = full; pragma foreign_keys = on;');
    const reading = new DatabaseSync(path, { readOnly: true, timeout: busyTimeoutMs });
    return new SqliteDatabase(new SqliteConnection(writing), new SqliteConnection(reading));
  } catch (error) {
    writing.close();
    throw error;
  }
}

class SqliteDatabase implements Database {
  readonly dialect = 'sqlite';
  readonly #writing: SqliteConnection;
  readonly #reading: SqliteConnection;
  readonly #writer: SqliteWriter;
  readonly #reader: SqliteReader;
  readonly #listeners = new RingListeners();
  readonly #inside = new AsyncLocalStorage<true>();
  #closed = false;

  constructor(writing: SqliteConnection, reading: SqliteConnection) {
    this.#writing = writing;
    this.#reading = reading;
    this.#writer = new SqliteWriter(writing, (callbacks, topics) => this.#listeners.committed(callbacks, topics));
    this.#reader = new SqliteReader(reading);
  }

  async tx<T>(body: (q: Query) => Promise<T>): Promise<T> {
    this.#refuseMisuse();
    return await this.#writer.write((q) => this.#inside.run(true, () => body(q)));
  }

  async read<T>(body: (q: Query) => Promise<T>): Promise<T> {
    this.#refuseMisuse();
    return await this.#reader.read((q) => this.#inside.run(true, () => body(q)));
  }

  onRing(listener: (topics: ReadonlySet<string>) => void): () => void {
    return this.#listeners.add(listener);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.all([this.#writer.idle(), this.#reader.idle()]);
    this.#reading.close();
    // Everything goes into the one file, so that it is whole by itself: the driver for Node 20 cannot finalize statements
    // before they are collected, and leaves an empty log behind.
    this.#writing.exec('pragma wal_checkpoint(truncate)');
    this.#writing.close();
  }

  #refuseMisuse(): void {
    if (this.#closed) throw new Error('The database is closed.');
    // It would wait for the transaction that waits for it.
    if (this.#inside.getStore()) throw new Error('A transaction inside a transaction: use the query that is there.');
  }
}
