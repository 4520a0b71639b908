import assert from 'node:assert/strict';
import { AsyncResource } from 'node:async_hooks';
import { describe, it } from 'node:test';
import type { Book, Library } from './library.js';

/** What many writers and readers at the same time can rely on. */
export function concurrencyTests(library: Library): void {
  describe('with many at once', () => {
    it('lets exactly one of 50 conditional updates win', async () => {
      await library.add('a');
      const wins = await Promise.all(
        Array.from({ length: 50 }, (_, i) =>
          library.db.tx(async (q) => {
            const sql = "update book set lent_to = $1 where id = 'a' and lent_to is null";
            return (await q.run(sql, `reader-${i}`)).changes;
          }),
        ),
      );
      assert.equal(wins.filter((changes) => changes === 1).length, 1);
      assert.equal(wins.filter((changes) => changes === 0).length, 49);
      const [book] = await library.books();
      assert.equal(book?.lent_to, `reader-${wins.indexOf(1)}`);
    });

    it('loses no update of 200', async () => {
      await library.add('a', 0);
      const update = "update book set copies = copies + 1 where id = 'a' returning copies";
      const rows = await Promise.all(Array.from({ length: 200 }, () => library.db.tx((q) => q.get<Book>(update))));
      assert.deepEqual(
        rows.map((row) => row?.copies).sort((a = 0, b = 0) => a - b),
        Array.from({ length: 200 }, (_, i) => i + 1),
      );
    });

    it('reads one snapshot even while others write', async () => {
      await library.add('a', 1);
      await library.add('b', 1);
      const outside = new AsyncResource('outside');
      const move = () =>
        library.db.tx(async (q) => {
          await q.run("update book set copies = copies - 1 where id = 'a'");
          await q.run("update book set copies = copies + 1 where id = 'b'");
        });
      const copies = await library.db.read(async (q) => {
        const a = await q.get<Book>("select copies from book where id = 'a'");
        await outside.runInAsyncScope(move);
        const b = await q.get<Book>("select copies from book where id = 'b'");
        return [a?.copies, b?.copies];
      });
      assert.deepEqual(copies, [1, 1]);
    });

    it('lets a reader see what was acknowledged before it', async () => {
      for (let i = 0; i < 20; i++) {
        await library.add(`book-${i}`);
        assert.equal((await library.books()).length, i + 1);
      }
    });
  });
}
