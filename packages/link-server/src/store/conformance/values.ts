import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Book, Library } from './library.js';

/** What goes in and comes out. */
export function valueTests(library: Library): void {
  describe('for values', () => {
    it('keeps the largest exact whole number and points in time', async () => {
      await library.add('a', Number.MAX_SAFE_INTEGER);
      await library.add('b', 1_800_000_000_123);
      assert.deepEqual(
        (await library.books()).map(({ copies }) => copies),
        [Number.MAX_SAFE_INTEGER, 1_800_000_000_123],
      );
    });

    it('keeps null, the empty string and any text', async () => {
      const texts = ['', "it's", '😀 ä \n\t', '$1 ?1 {{id}}', '"; drop table book; --'];
      for (const text of texts) {
        const row = await library.db.tx((q) =>
          q.get<Book>('insert into book (id, lent_to) values ($1, $2) returning lent_to', text, text),
        );
        assert.equal(row?.lent_to, text);
      }
      assert.deepEqual(
        await library.db.tx((q) =>
          q.get('insert into book (id, lent_to) values ($1, $2) returning lent_to', 'n', null),
        ),
        {
          lent_to: null,
        },
      );
    });

    it('uses a parameter twice, and ten of them in any order', async () => {
      const sql = 'select $10 || $1 || $2 || $1 as joined, $3 || $4 || $5 || $6 || $7 || $8 || $9 as rest';
      const row = await library.db.read((q) => q.get(sql, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'));
      assert.deepEqual(row, { joined: 'jaba', rest: 'cdefghi' });
    });

    it('answers undefined and an empty list when there is nothing', async () => {
      assert.equal(await library.db.read((q) => q.get('select id from book')), undefined);
      assert.deepEqual(await library.db.read((q) => q.all('select id from book')), []);
    });

    it('makes up whole numbers for a generated key', async () => {
      const insert = (shelf: string) =>
        library.db.tx((q) => q.get<{ id: number }>('insert into shelf (name) values ($1) returning id', shelf));
      const ids = [(await insert('x'))?.id ?? 0, (await insert('y'))?.id ?? 0];
      assert.ok(Number.isInteger(ids[0]) && (ids[1] ?? 0) > (ids[0] ?? 0));
    });

    it('claims rows with the lock word', async () => {
      await library.add('a');
      const sql = 'select id from book where lent_to is null limit 1 /*LOCK*/';
      assert.deepEqual(await library.db.tx((q) => q.get(sql)), { id: 'a' });
    });
  });
}
