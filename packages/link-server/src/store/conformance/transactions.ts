import assert from 'node:assert/strict';
import { AsyncResource } from 'node:async_hooks';
import { describe, it } from 'node:test';
import { ConstraintError } from '../database.js';
import type { Book, Library } from './library.js';

/** What one transaction does and what it never does. */
export function transactionTests(library: Library): void {
  describe('as a transaction', () => {
    it('keeps what it wrote', async () => {
      await library.add('a', 3);
      assert.deepEqual(await library.books(), [{ id: 'a', copies: 3, lent_to: null }]);
    });

    it('resolves with what its body returned', async () => {
      assert.equal(await library.db.tx(async () => 7), 7);
    });

    it('leaves nothing behind when its body throws, and throws the same', async () => {
      const mistake = new Error('mistake');
      const write = library.db.tx(async (q) => {
        await q.run("insert into book (id) values ('a')");
        throw mistake;
      });
      await assert.rejects(write, mistake);
      assert.deepEqual(await library.books(), []);
    });

    it('sees its own writes', async () => {
      const copies = await library.db.tx(async (q) => {
        await q.run("insert into book (id, copies) values ('a', 1)");
        await q.run("update book set copies = copies + 1 where id = 'a'");
        return (await q.get<Book>("select copies from book where id = 'a'"))?.copies;
      });
      assert.equal(copies, 2);
    });

    it('is not seen by a reader before it is committed', async () => {
      const outside = new AsyncResource('outside');
      await library.db.tx(async (q) => {
        await q.run("insert into book (id) values ('a')");
        assert.deepEqual(await outside.runInAsyncScope(() => library.books()), []);
      });
      assert.equal((await library.books()).length, 1);
    });

    it('takes nothing else along when one of many at the same time fails', async () => {
      const writes = Array.from({ length: 20 }, (_, i) =>
        library.db.tx(async (q) => {
          await q.run('insert into book (id) values ($1)', `book-${i}`);
          if (i % 5 === 2) throw new Error(`book ${i}`);
          return i;
        }),
      );
      const settled = await Promise.allSettled(writes);
      assert.deepEqual(
        settled.flatMap(({ status }, i) => (status === 'rejected' ? [i] : [])),
        [2, 7, 12, 17],
      );
      assert.equal((await library.books()).length, 16);
    });

    it('cannot be saved by catching what a statement threw', async () => {
      await library.add('a');
      const write = library.db.tx(async (q) => {
        await q.run("insert into book (id) values ('b')");
        await q.run("insert into book (id) values ('a')").catch(() => undefined);
        return 'saved';
      });
      await assert.rejects(write, ConstraintError);
      assert.equal((await library.books()).length, 1);
    });

    it('answers nothing after a statement failed', async () => {
      await library.add('a');
      await library.db
        .tx(async (q) => {
          await q.run("insert into book (id) values ('a')").catch(() => undefined);
          await assert.rejects(q.run("insert into book (id) values ('b')"));
        })
        .catch(() => undefined);
      assert.equal((await library.books()).length, 1);
    });

    it('lends its query to nobody once it is over', async () => {
      const escaped = await library.db.tx(async (q) => [q] as const);
      await assert.rejects(escaped[0].run("insert into book (id) values ('late')"), /over/);
      assert.deepEqual(await library.books(), []);
    });

    it('refuses a transaction or a read inside it, instead of waiting for itself', async () => {
      await library.db.tx(async () => {
        await assert.rejects(
          library.db.tx(async () => undefined),
          /inside/,
        );
        await assert.rejects(
          library.db.read(async () => undefined),
          /inside/,
        );
      });
    });
  });
}
