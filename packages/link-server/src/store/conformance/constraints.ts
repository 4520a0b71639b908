import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConstraintError } from '../database.js';
import type { Library } from './library.js';

/** What the schema refuses, and how that is told. */
export function constraintTests(library: Library): void {
  describe('with constraints', () => {
    for (const [title, kind, sql] of [
      ['a second row with the same primary key', 'unique', "insert into book (id) values ('a')"],
      ['a second row in a partial unique index', 'unique', "insert into book (id, lent_to) values ('b', 'ana')"],
      ['a value that a check refuses', 'check', "insert into book (id, copies) values ('b', -1)"],
      ['null where there must be something', 'not-null', "insert into book (id, copies) values ('b', null)"],
      ['a reference to nothing', 'foreign-key', "insert into book (id, shelf) values ('b', 'nowhere')"],
    ] as const) {
      it(`names what refused ${title}`, async () => {
        await library.db.tx((q) => q.run("insert into book (id, lent_to) values ('a', 'ana')"));
        await assert.rejects(
          library.db.tx((q) => q.run(sql)),
          (error) => error instanceof ConstraintError && error.kind === kind,
        );
        assert.equal((await library.books()).length, 1);
      });
    }

    it('names the table', async () => {
      const addShelf = () => library.db.tx((q) => q.run("insert into shelf (name) values ('x')"));
      await addShelf();
      await assert.rejects(addShelf(), (error) => error instanceof ConstraintError && error.table === 'shelf');
    });

    it('does nothing on conflict where a statement says so', async () => {
      await library.add('a');
      const sql = "insert into book (id) values ('a') on conflict (id) do nothing";
      assert.deepEqual(await library.db.tx((q) => q.run(sql)), { changes: 0 });
    });

    it('throws something else for a mistake in the text', async () => {
      await assert.rejects(
        library.db.tx((q) => q.run('insert into nowhere values (1)')),
        (error) => !(error instanceof ConstraintError),
      );
    });
  });
}
