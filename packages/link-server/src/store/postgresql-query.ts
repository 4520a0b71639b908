import type { Query, Value } from './database.js';
import type { PostgresqlConnection } from './postgresql-connection.js';
import { toPostgresql } from './postgresql-values.js';

/** A script changes whole tables, and may wait until another server has: a day, in milliseconds. */
const scriptMs = 86_400_000;

const idColumn = 'bigint generated always as identity primary key';

/** Names of prepared statements, by text: each connection prepares each text once. The server's texts are few. */
const names = new Map<string, string>();
const maxNames = 2_000;

function nameOf(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= maxNames) return known;
  const name = `s${names.size}`;
  names.set(sql, name);
  return name;
}

/** The query of one transaction. After a failed statement, or after the transaction, it answers nothing any more. */
export class PostgresqlQuery implements Query {
  readonly #connection: PostgresqlConnection;
  readonly #callbacks: (() => void)[] = [];
  readonly #topics: string[] = [];
  #failure: { readonly error: unknown } | undefined;
  #over = false;

  constructor(connection: PostgresqlConnection) {
    this.#connection = connection;
  }

  async get<Row extends object>(sql: string, ...args: readonly Value[]): Promise<Row | undefined> {
    return (await this.#ask(sql, args)).rows[0] as Row | undefined;
  }

  async all<Row extends object>(sql: string, ...args: readonly Value[]): Promise<Row[]> {
    return (await this.#ask(sql, args)).rows as Row[];
  }

  async run(sql: string, ...args: readonly Value[]): Promise<{ readonly changes: number }> {
    return { changes: (await this.#ask(sql, args)).rowCount ?? 0 };
  }

  async script(sql: string): Promise<void> {
    await this.#do(() => this.#connection.query({ text: sql.replaceAll('{{id}}', idColumn), query_timeout: scriptMs }));
  }

  afterCommit(callback: () => void): void {
    this.#callbacks.push(callback);
  }

  ring(topic: string): void {
    this.#topics.push(topic);
  }

  /** What to do once the transaction is durable. Throws what a statement threw, even if the body caught it. */
  outcome(): { readonly callbacks: readonly (() => void)[]; readonly topics: ReadonlySet<string> } {
    if (this.#failure) throw this.#failure.error;
    return { callbacks: this.#callbacks, topics: new Set(this.#topics) };
  }

  /** From here on every use is refused: a statement sent later would run inside somebody else's transaction. */
  end(): void {
    this.#over = true;
  }

  #ask(sql: string, args: readonly Value[]) {
    const name = nameOf(sql);
    return this.#do(() =>
      this.#connection.query({ text: toPostgresql(sql), values: [...args], ...(name === undefined ? {} : { name }) }),
    );
  }

  async #do<T>(statement: () => Promise<T>): Promise<T> {
    if (this.#over) throw new Error('The transaction is over; its query cannot be used any more.');
    if (this.#failure) throw this.#failure.error;
    try {
      return await statement();
    } catch (error) {
      this.#failure ??= { error };
      throw this.#failure.error;
    }
  }
}
