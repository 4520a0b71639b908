import { ConstraintError, type ConstraintKind, type Value } from './database.js';
import type { SqliteHandle, SqliteStatement } from './sqlite-driver.js';

const maxStatements = 500;

/** Extended result codes of constraint errors (sqlite.org/rescode.html). */
const constraintKinds: Readonly<Record<number, ConstraintKind>> = {
  275: 'check',
  787: 'foreign-key',
  1299: 'not-null',
  1555: 'unique',
  2067: 'unique',
  2579: 'unique',
};

/** Turns what the driver throws into what every adapter throws. */
function translateError(error: unknown): unknown {
  const { errcode, message } = error as { errcode?: number; message?: string };
  const kind = errcode === undefined ? undefined : constraintKinds[errcode];
  if (!kind) return error;
  return new ConstraintError(kind, /failed: (\w+)\.\w/.exec(message ?? '')?.[1], error);
}

/** SQLite numbers parameters `?1` and has one writer at a time, so that rows need no locks. */
export const toSqlite = (sql: string): string => sql.replace(/\$(\d+)/g, '?$1').replaceAll('/*LOCK*/', '');

/** One connection with its prepared statements. */
export class SqliteConnection {
  readonly #handle: SqliteHandle;
  readonly #statements = new Map<string, SqliteStatement>();

  constructor(handle: SqliteHandle) {
    this.#handle = handle;
  }

  get(sql: string, args: readonly Value[]): object | undefined {
    const row = this.#run(sql, (statement) => statement.get(...args));
    return row ? { ...row } : undefined;
  }

  all(sql: string, args: readonly Value[]): object[] {
    return this.#run(sql, (statement) => statement.all(...args)).map((row) => ({ ...(row as object) }));
  }

  run(sql: string, args: readonly Value[]): { changes: number } {
    return { changes: Number(this.#run(sql, (statement) => statement.run(...args)).changes) };
  }

  /** Statements without parameters. */
  exec(sql: string): void {
    try {
      this.#handle.exec(sql);
    } catch (error) {
      throw translateError(error);
    }
  }

  close(): void {
    this.#statements.clear();
    this.#handle.close();
  }

  #run<T>(sql: string, use: (statement: SqliteStatement) => T): T {
    try {
      return use(this.#statement(sql));
    } catch (error) {
      throw translateError(error);
    }
  }

  #statement(sql: string): SqliteStatement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#handle.prepare(toSqlite(sql));
    // The server's texts are few and fixed; the bound only keeps a mistake from eating the memory.
    if (this.#statements.size >= maxStatements) this.#statements.clear();
    this.#statements.set(sql, statement);
    return statement;
  }
}
