/** What a column holds and a parameter may be. Whole numbers are exact up to 2^53 - 1; truth is 0 or 1. */
export type Value = string | number | null;

/**
 * Statements inside one transaction. SQL is the subset that SQLite and PostgreSQL share: `$1` parameters, `returning`,
 * `on conflict`, and the word LOCK in a block comment at the end of a select that claims rows. Rows are plain objects.
 *
 * A statement that fails ends the transaction, as PostgreSQL has it: whatever follows fails too, and catching the error
 * does not save it. Where a conflict is expected, write `on conflict do nothing` and look at `changes`.
 */
export interface Query {
  /** The first row, if there is one. */
  get<Row extends object>(sql: string, ...args: readonly Value[]): Promise<Row | undefined>;
  /** All rows. */
  all<Row extends object>(sql: string, ...args: readonly Value[]): Promise<Row[]>;
  /** Runs a statement and says how many rows it changed. */
  run(sql: string, ...args: readonly Value[]): Promise<{ readonly changes: number }>;
  /** Runs statements without parameters, separated by semicolons. For migrations. */
  script(sql: string): Promise<void>;
  /** Calls back once the transaction is durable, in this process only; never after a rollback. */
  afterCommit(callback: () => void): void;
  /** Announces a topic to every `onRing` listener once the transaction is durable; never after a rollback. */
  ring(topic: string): void;
}

export interface TransactionOptions {
  /**
   * Runs after every other serial transaction on the same database, whichever process began it, and sees what they did.
   * SQLite does so with all of them.
   */
  readonly serial?: boolean;
}

/** The topic that means all of them: bells may have been missed. */
export const everyTopic = '*';

/** Where the server keeps its records. Adapters behave alike: `conformance.ts` is the proof. */
export interface Database {
  readonly dialect: 'sqlite' | 'postgresql';
  /**
   * Runs a body as one transaction and resolves once its writes are durable; a body that throws leaves nothing behind.
   * The body awaits nothing but its query, as other writers wait for it, and opens no second transaction.
   */
  tx<T>(body: (q: Query) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Runs a body that only reads, on one consistent snapshot. */
  read<T>(body: (q: Query) => Promise<T>): Promise<T>;
  /**
   * Hears of topics after they are committed, by this process or another one on the same database, each at most once per
   * commit; of `everyTopic` when some may have been missed. Returns the way to stop.
   */
  onRing(listener: (topics: ReadonlySet<string>) => void): () => void;
  /** Finishes what is under way and closes. */
  close(): Promise<void>;
}

/**
 * The database does not answer, lets us in no more, or is too busy to be asked in time. Nothing was changed, unless
 * `inDoubt`: it was lost while it committed, and what the transaction did may stand. Whoever tries again looks first, as
 * every conditional update does.
 */
export class DatabaseUnavailableError extends Error {
  override readonly name = 'DatabaseUnavailableError';
  readonly inDoubt: boolean;

  constructor(message: string, { inDoubt = false, ...options }: ErrorOptions & { readonly inDoubt?: boolean } = {}) {
    super(message, options);
    this.inDoubt = inDoubt;
  }
}

/** What a constraint guards. */
export type ConstraintKind = 'unique' | 'check' | 'not-null' | 'foreign-key';

/** A statement that the schema refused. */
export class ConstraintError extends Error {
  override readonly name = 'ConstraintError';
  readonly kind: ConstraintKind;
  /** The table, where the engine tells. */
  readonly table: string | undefined;

  constructor(kind: ConstraintKind, table: string | undefined, cause: unknown) {
    super(`${kind} constraint of ${table ?? 'a table'} refused the statement`, { cause });
    this.kind = kind;
    this.table = table;
  }
}
