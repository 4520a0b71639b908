import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createTestStore, type TestStore } from '../testing/test-store.js';
import type { Database } from './database.js';
import { insertRows, selectIn } from './many.js';

describe('many rows in few statements', () => {
  let store: TestStore;
  let db: Database;
  const asked: string[] = [];

  before(async () => {
    store = await createTestStore();
    db = await store.open();
    await db.tx((q) => q.script('create table thing (id text primary key, n bigint not null)'));
  });
  beforeEach(async () => {
    asked.length = 0;
    await db.tx((q) => q.script('delete from thing'));
  });
  after(async () => {
    await db.tx((q) => q.script('drop table thing'));
    await db.close();
    await store.remove();
  });

  const ids = (count: number) => Array.from({ length: count }, (_, i) => `t${String(i).padStart(4, '0')}`);
  const insert = (count: number) =>
    db.tx((q) =>
      insertRows(
        q,
        'insert into thing (id, n)',
        ids(count).map((id, i) => [id, i]),
      ),
    );
  const select = (wanted: Iterable<string>) =>
    db.read((q) =>
      selectIn<{ id: string; n: number }>(
        q,
        (list) => {
          const sql = `select id, n from thing where n >= $1 and id in (${list})`;
          asked.push(sql);
          return sql;
        },
        wanted,
        [0],
      ),
    );

  for (const count of [0, 1, 2, 63, 64, 65, 200])
    it(`inserts ${count} and finds them again, each once`, async () => {
      await insert(count);
      const found = await select(ids(count));
      assert.deepEqual(
        found.sort((a, b) => a.n - b.n),
        ids(count).map((id, i) => ({ id, n: i })),
      );
    });

  it('finds a row once, however often it is asked for, and nothing that is not asked for', async () => {
    await insert(3);
    const found = await select(['t0001', 't0001', 'unknown', 't0001']);
    assert.deepEqual(found, [{ id: 't0001', n: 1 }]);
  });

  it('has one text for each power of two', async () => {
    for (const count of [5, 6, 7, 8]) await select(ids(count));
    assert.equal(new Set(asked).size, 1);
  });

  it('returns what the tail asks for, of rows that are new and of rows that are there', async () => {
    await insert(2);
    const returned = await db.tx((q) =>
      insertRows<{ id: string; n: number }>(
        q,
        'insert into thing (id, n)',
        [
          ['t0001', 10],
          ['t0002', 20],
        ],
        'on conflict (id) do update set n = thing.n + excluded.n returning id, n',
      ),
    );
    assert.deepEqual(
      returned.sort((a, b) => a.n - b.n),
      [
        { id: 't0001', n: 11 },
        { id: 't0002', n: 20 },
      ],
    );
  });
});
