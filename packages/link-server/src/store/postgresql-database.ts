import { AsyncLocalStorage } from 'node:async_hooks';
import { Pool, type ClientConfig, type PoolClient } from 'pg';
import {
  DatabaseUnavailableError,
  everyTopic,
  type Database,
  type Query,
  type TransactionOptions,
} from './database.js';
import { Doorbell } from './doorbell.js';
import { OneAtATime } from './one-at-a-time.js';
import { PostgresqlConnection } from './postgresql-connection.js';
import { PostgresqlQuery } from './postgresql-query.js';
import { columnTypes, mayRunAgain } from './postgresql-values.js';
import { RingListeners } from './ring-listeners.js';

/** Connections of one process. More make PostgreSQL slower, not faster, on as few cores as it usually has. */
const poolSize = 10;
/** How often a transaction runs that PostgreSQL broke off in favour of another one. */
const tries = 5;
/** How long to wait for a connection, in milliseconds. */
const connectMs = 10_000;
/** A process that stands still in the middle of a transaction keeps the others waiting for no longer, in milliseconds. */
const stalledMs = 10_000;
/**
 * How long to wait for an answer, in milliseconds: longer than any statement of ours takes, and far shorter than TCP waits
 * for a host that has vanished.
 */
const answerMs = 30_000;

export interface PostgresqlOptions {
  readonly poolSize?: number;
  /** How long to wait for a connection, in milliseconds. */
  readonly connectMs?: number;
  /** How long a process may stand still in the middle of a transaction, in milliseconds. */
  readonly stalledMs?: number;
  /** How long to wait for the answer to a statement, in milliseconds; scripts take as long as they take. */
  readonly answerMs?: number;
  /** The schema that holds the tables; the database's own default where nothing is said. */
  readonly schema?: string;
}

/** The database does not answer, or does not let us in. What it says names no password. */
export class DatabaseUnreachableError extends Error {
  override readonly name = 'DatabaseUnreachableError';

  constructor(cause: unknown) {
    const { code = '', message = '' } = (cause ?? {}) as { code?: string; message?: string };
    super(`The PostgreSQL of DATABASE_URL cannot be used: ${message || code}.`, { cause });
  }
}

/** Connects to a PostgreSQL database by its address, `postgresql://user:password@host:port/name`. @throws {DatabaseUnreachableError} */
export async function openPostgresqlDatabase(url: string, options: PostgresqlOptions = {}): Promise<Database> {
  const connection: ClientConfig = {
    connectionString: url,
    types: columnTypes,
    application_name: 'carillon',
    connectionTimeoutMillis: options.connectMs ?? connectMs,
    idle_in_transaction_session_timeout: options.stalledMs ?? stalledMs,
    query_timeout: options.answerMs ?? answerMs,
    // A host that has vanished is noticed also by who only listens.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // What does not wait for an answer goes out with what came before: one journey instead of many.
    pipeline: true,
    ...(options.schema === undefined ? {} : { options: `-c search_path=${options.schema}` }),
  };
  const channel = `carillon_${options.schema ?? ''}`;
  const database = new PostgresqlDatabase(connection, options.poolSize ?? poolSize, channel);
  try {
    await database.open();
    return database;
  } catch (error) {
    await database.close();
    throw new DatabaseUnreachableError(error);
  }
}

class PostgresqlDatabase implements Database {
  readonly dialect = 'postgresql';
  readonly #pool: Pool;
  readonly #connections = new WeakMap<PoolClient, PostgresqlConnection>();
  readonly #doorbell: Doorbell;
  readonly #listeners = new RingListeners();
  readonly #inside = new AsyncLocalStorage<true>();
  readonly #running = new Set<Promise<unknown>>();
  readonly #serial = new OneAtATime();
  #closed = false;

  constructor(connection: ClientConfig, max: number, channel: string) {
    this.#pool = new Pool({ ...connection, max });
    // A connection that breaks while nobody uses it is replaced by itself.
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => this.#connections.set(client, new PostgresqlConnection(client)));
    this.#doorbell = new Doorbell({
      connection,
      channel,
      heard: (topics) => this.#listeners.committed([], topics),
      missed: () => this.#listeners.committed([], new Set([everyTopic])),
    });
  }

  async open(): Promise<void> {
    await this.#doorbell.open();
  }

  tx<T>(body: (q: Query) => Promise<T>, { serial = false }: TransactionOptions = {}): Promise<T> {
    const work = () => this.#borrow((connection) => this.#insist(() => this.#write(connection, body, serial)));
    // Those of this process wait here and not at the database, so that they keep no connection from the others.
    return this.#use(() => (serial ? this.#serial.run(work) : work()));
  }

  read<T>(body: (q: Query) => Promise<T>): Promise<T> {
    return this.#use(() =>
      this.#borrow(async (connection) => {
        const { value } = await this.#run(connection, 'begin isolation level repeatable read read only', body);
        return value;
      }),
    );
  }

  onRing(listener: (topics: ReadonlySet<string>) => void): () => void {
    return this.#listeners.add(listener);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    while (this.#running.size > 0) await Promise.allSettled([...this.#running]);
    await this.#doorbell.close();
    await this.#pool.end();
  }

  /** Runs a transaction again that did nothing, as PostgreSQL ended a deadlock by it. Its body awaits nothing else. */
  async #insist<T>(write: () => Promise<T>): Promise<T> {
    for (let left = tries - 1; ; left--) {
      try {
        return await write();
      } catch (error) {
        if (left === 0 || !mayRunAgain(error)) throw error;
      }
    }
  }

  async #write<T>(connection: PostgresqlConnection, body: (q: Query) => Promise<T>, serial: boolean): Promise<T> {
    const { value, callbacks, topics } = await this.#run(connection, serial ? beginSerial : 'begin', body);
    this.#listeners.committed(callbacks, topics);
    this.#doorbell.ring(topics);
    return value;
  }

  async #run<T>(connection: PostgresqlConnection, begin: string, body: (q: Query) => Promise<T>) {
    const q = new PostgresqlQuery(connection);
    try {
      // The first statement of the body goes out with it; one that fails makes the rest fail.
      const begun = connection.query(begin);
      const [value] = await Promise.all([this.#inside.run(true, () => body(q)), begun]);
      const outcome = q.outcome();
      await connection.commit();
      return { value, ...outcome };
    } catch (error) {
      await connection.rollBack();
      // What may stand is looked for, as after bells that were missed.
      if (error instanceof DatabaseUnavailableError && error.inDoubt)
        this.#listeners.committed([], new Set([everyTopic]));
      throw error;
    } finally {
      q.end();
    }
  }

  async #use<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('The database is closed.');
    // It would wait for the transaction that waits for it.
    if (this.#inside.getStore()) throw new Error('A transaction inside a transaction: use the query that is there.');
    const running = work();
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  async #borrow<T>(work: (connection: PostgresqlConnection) => Promise<T>): Promise<T> {
    const connection = await this.#connect();
    try {
      return await work(connection);
    } finally {
      connection.release();
    }
  }

  async #connect(): Promise<PostgresqlConnection> {
    try {
      const client = await this.#pool.connect();
      const connection = this.#connections.get(client);
      if (!connection) throw new Error('A connection that nobody was told of.');
      return connection;
    } catch (cause) {
      throw new DatabaseUnavailableError('No connection to PostgreSQL in time.', { cause });
    }
  }
}

/** Two numbers name the lock: ours, and the schema's, as one PostgreSQL may hold several call centers. */
const beginSerial = 'begin; select pg_advisory_xact_lock(7224, hashtext(current_schema()))';
