import { DatabaseError, type PoolClient, type QueryConfig, type QueryResult } from 'pg';
import { DatabaseUnavailableError } from './database.js';
import { translatePostgresqlError } from './postgresql-values.js';

/**
 * What PostgreSQL says as it ends a session: class 08, told to end, crashed, starting, idle for too long inside or outside
 * of a transaction (postgresql.org/docs/current/errcodes-appendix.html).
 */
const endsSession = /^(08...|57P01|57P02|57P03|57P05|25P03|25P04)$/;

/** A statement, and for how long its answer may be waited for where it is not as long as that of others. */
export type Statement = string | (QueryConfig & { readonly query_timeout?: number });

/**
 * A connection of the pool. Once it is lost, whatever is asked of it fails with `DatabaseUnavailableError`, what was under
 * way too, and the pool gets it back no more.
 *
 * Make it as soon as the connection exists: the driver tells of a session that ends by an `error` event, and one that
 * nobody listens to ends the process. The pool itself listens only while a connection is idle, which leaves a moment
 * before whoever waits for it has it.
 */
export class PostgresqlConnection {
  readonly #client: PoolClient;
  #lost = false;

  constructor(client: PoolClient) {
    this.#client = client;
    client.on('error', () => (this.#lost = true));
  }

  /** @throws {DatabaseUnavailableError} when there is no connection any more, or none that answers */
  query(statement: Statement): Promise<QueryResult> {
    return this.#client.query(statement).catch((error: unknown) => {
      throw this.#explain(error);
    });
  }

  /**
   * Makes the transaction durable. One whose answer is lost may stand, or not: nothing tells from here, so that it is no
   * success, and not said to have changed nothing either.
   */
  async commit(): Promise<void> {
    const sent = !this.#lost;
    try {
      await this.query('commit');
    } catch (error) {
      if (!sent || !(error instanceof DatabaseUnavailableError)) throw error;
      throw new DatabaseUnavailableError(`${error.message} It may have committed.`, { cause: error, inDoubt: true });
    }
  }

  /** Ends a transaction that failed. A lost connection has none any more; one that cannot do so is not used again. */
  async rollBack(): Promise<void> {
    if (!this.#lost) await this.#client.query('rollback').catch(() => (this.#lost = true));
  }

  /** Gives it back to the pool, or takes it out. */
  release(): void {
    this.#client.release(this.#lost);
  }

  #explain(error: unknown): unknown {
    const said = error instanceof DatabaseError;
    // PostgreSQL's last word fails the statement that runs; those behind it fail as the socket closes, with an event before.
    if (said ? endsSession.test(error.code ?? '') : isTimeout(error)) this.#lost = true;
    else if (said || !this.#lost) return translatePostgresqlError(error);
    return new DatabaseUnavailableError('The connection to PostgreSQL was lost.', { cause: error });
  }
}

/** The driver has given up an answer, and with it the connection: what it brings next would be the answer to something else. */
const isTimeout = (error: unknown): boolean => error instanceof Error && error.message === 'Query read timeout';
