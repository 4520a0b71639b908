import type { Query, Value } from './database.js';
import type { SqliteConnection } from './sqlite-connection.js';

const idColumn = 'integer primary key';

/** The query of one transaction. After a failed statement, or after the transaction, it answers nothing any more. */
export class SqliteQuery implements Query {
  readonly #connection: SqliteConnection;
  readonly #callbacks: (() => void)[] = [];
  readonly #topics: string[] = [];
  #failure: { readonly error: unknown } | undefined;
  #over = false;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  async get<Row extends object>(sql: string, ...args: readonly Value[]): Promise<Row | undefined> {
    return this.#do(() => this.#connection.get(sql, args)) as Row | undefined;
  }

  async all<Row extends object>(sql: string, ...args: readonly Value[]): Promise<Row[]> {
    return this.#do(() => this.#connection.all(sql, args)) as Row[];
  }

  async run(sql: string, ...args: readonly Value[]): Promise<{ readonly changes: number }> {
    return this.#do(() => this.#connection.run(sql, args));
  }

  async script(sql: string): Promise<void> {
    this.#do(() => this.#connection.exec(sql.replaceAll('{{id}}', idColumn)));
  }

  afterCommit(callback: () => void): void {
    this.#callbacks.push(callback);
  }

  ring(topic: string): void {
    this.#topics.push(topic);
  }

  /** What to do once the transaction is durable. Throws what a statement threw, even if the body caught it. */
  outcome(): { readonly callbacks: readonly (() => void)[]; readonly topics: readonly string[] } {
    if (this.#failure) throw this.#failure.error;
    return { callbacks: this.#callbacks, topics: this.#topics };
  }

  /** From here on every use is refused: a statement sent later would run inside somebody else's transaction. */
  end(): void {
    this.#over = true;
  }

  #do<T>(statement: () => T): T {
    if (this.#over) throw new Error('The transaction is over; its query cannot be used any more.');
    if (this.#failure) throw this.#failure.error;
    try {
      return statement();
    } catch (error) {
      this.#failure = { error };
      throw error;
    }
  }
}
