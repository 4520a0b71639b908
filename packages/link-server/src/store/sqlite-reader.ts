import type { Query } from './database.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { SqliteQuery } from './sqlite-query.js';

/** Runs reads on the read-only connection, each on a snapshot of its own, one after the other. */
export class SqliteReader {
  readonly #connection: SqliteConnection;
  #last: Promise<unknown> = Promise.resolve();

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  read<T>(body: (q: Query) => Promise<T>): Promise<T> {
    const result = this.#last.then(() => this.#snapshot(body));
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    await this.#last;
  }

  async #snapshot<T>(body: (q: Query) => Promise<T>): Promise<T> {
    const q = new SqliteQuery(this.#connection);
    this.#connection.exec('begin');
    try {
      const value = await body(q);
      q.outcome();
      return value;
    } finally {
      q.end();
      this.#connection.exec('rollback');
    }
  }
}
