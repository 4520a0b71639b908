import type { Query } from './database.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { SqliteQuery } from './sqlite-query.js';

/** More writes than this never share a commit, so that the first of them is not kept waiting. */
const maxGroup = 256;

interface Write {
  readonly body: (q: Query) => Promise<unknown>;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

interface Outcome {
  readonly settle: () => void;
  readonly callbacks: readonly (() => void)[];
  readonly topics: readonly string[];
}

/**
 * Runs transactions one after the other on the writing connection. Those that arrive in one turn of the event loop share
 * one commit and its fsync (measured: 8 times the writes per second, server.md §2.2). Each has a savepoint of its own,
 * so that one that fails takes nothing else along, and is acknowledged only after the commit.
 */
export class SqliteWriter {
  readonly #connection: SqliteConnection;
  readonly #committed: (callbacks: readonly (() => void)[], topics: ReadonlySet<string>) => void;
  readonly #queue: Write[] = [];
  #running: Promise<void> | undefined;

  constructor(
    connection: SqliteConnection,
    committed: (callbacks: readonly (() => void)[], topics: ReadonlySet<string>) => void,
  ) {
    this.#connection = connection;
    this.#committed = committed;
  }

  write<T>(body: (q: Query) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({ body, resolve, reject });
      this.#running ??= new Promise<void>((done) => {
        setImmediate(() => void this.#drain().finally(done));
      });
    });
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #drain(): Promise<void> {
    while (this.#queue.length) await this.#commitGroup();
    this.#running = undefined;
  }

  async #commitGroup(): Promise<void> {
    const group: Write[] = [];
    const outcomes: Outcome[] = [];
    try {
      this.#connection.exec('begin immediate');
      for (let write = this.#queue.shift(); write; write = group.length < maxGroup ? this.#queue.shift() : undefined) {
        group.push(write);
        outcomes.push(await this.#runOne(write));
      }
      this.#connection.exec('commit');
    } catch (error) {
      this.#rollback();
      // Without a commit nothing happened: everybody in the group has to know, also those whose body went well.
      if (!group.length) group.push(...this.#queue.splice(0));
      for (const { reject } of group) reject(error);
      return;
    }
    for (const { settle } of outcomes) settle();
    this.#committed(
      outcomes.flatMap(({ callbacks }) => callbacks),
      new Set(outcomes.flatMap(({ topics }) => topics)),
    );
  }

  async #runOne({ body, resolve, reject }: Write): Promise<Outcome> {
    const q = new SqliteQuery(this.#connection);
    this.#connection.exec('savepoint one');
    try {
      const value = await body(q);
      const { callbacks, topics } = q.outcome();
      this.#connection.exec('release one');
      return { settle: () => resolve(value as never), callbacks, topics };
    } catch (error) {
      this.#connection.exec('rollback to one; release one');
      return { settle: () => reject(error), callbacks: [], topics: [] };
    } finally {
      q.end();
    }
  }

  #rollback(): void {
    try {
      this.#connection.exec('rollback');
    } catch {
      // SQLite had rolled back by itself, or the transaction never began.
    }
  }
}
