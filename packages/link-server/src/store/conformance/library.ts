import type { Database } from '../database.js';

/** The little schema that the conformance tests work on. */
export const schema = `
  create table shelf (id {{id}}, name text unique);
  create table book (
    id text primary key,
    shelf text references shelf (name),
    copies bigint not null default 0 check (copies >= 0),
    lent_to text
  );
  create unique index one_loan on book (lent_to) where lent_to is not null;
`;

export interface Book {
  readonly id: string;
  readonly copies: number;
  readonly lent_to: string | null;
}

/** The database under test, and the statements that most tests need. */
export class Library {
  #db: Database | undefined;

  get db(): Database {
    if (!this.#db) throw new Error('The library is not open.');
    return this.#db;
  }

  async open(db: Database): Promise<void> {
    this.#db = db;
    await db.tx((q) => q.script(schema));
  }

  async clear(): Promise<void> {
    await this.db.tx((q) => q.script('delete from book; delete from shelf;'));
  }

  async books(): Promise<Book[]> {
    return await this.db.read((q) => q.all<Book>('select id, copies, lent_to from book order by id'));
  }

  async add(id: string, copies = 1): Promise<void> {
    await this.db.tx((q) => q.run('insert into book (id, copies) values ($1, $2)', id, copies));
  }
}
