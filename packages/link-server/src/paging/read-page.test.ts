import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTestDeps, type TestBench } from '../testing/create-test-deps.js';
import { readPage, type AskedPage, type PageOrder } from './read-page.js';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

const byName: PageOrder<Row> = { by: 'name', is: 'text', id: 'id', of: ({ name, id }) => [name, id] };
const latest: PageOrder<Row> = {
  by: 'version',
  is: 'number',
  id: 'id',
  descending: true,
  of: ({ version, id }) => [version, id],
};
const names = ['Ana', 'ana', 'Žana', 'Ben', 'Ben', 'Ben', '小林', "O'Neil", '', 'Zoë'];

describe('a list page by page', () => {
  let bench: TestBench;
  before(async () => {
    bench = await createTestDeps();
    for (const [i, name] of names.entries()) await add(`per_${i}`, name, 1 + (i % 4));
  });
  after(() => bench.close());

  const add = (id: string, name: string, version: number) =>
    bench.deps.db.tx((q) => q.run('insert into person (id, name, version) values ($1, $2, $3)', id, name, version));
  const read = (order: PageOrder<Row>, page: AskedPage, where: readonly string[] = [], args: readonly string[] = []) =>
    bench.deps.db.read((q) => readPage<Row>(q, { select: 'select * from person', where, args, order, page }));

  async function pages(order: PageOrder<Row>, limit: number, between: (page: number) => Promise<unknown>) {
    const ids: string[] = [];
    for (let page: AskedPage = { limit }, n = 0; ; n++) {
      const { rows, next } = await read(order, page);
      assert.ok(rows.length <= limit);
      ids.push(...rows.map(({ id }) => id));
      if (next === null) return ids;
      page = { limit, cursor: next };
      await between(n);
    }
  }
  const nothing = async () => undefined;

  for (const [what, order] of [
    ['by a text', byName],
    ['by a number, the largest first', latest],
  ] as const)
    for (const limit of [1, 2, 3, 9, 10, 11])
      it(`is the same ${what} in pages of ${limit}`, async () => {
        const whole = (await read(order, {})).rows.map(({ id }) => id);
        assert.equal(whole.length, names.length);
        assert.deepEqual(await pages(order, limit, nothing), whole);
      });

  it('shows no row twice and leaves none out while rows come and go', async () => {
    const whole = await pages(latest, 10, nothing);
    const seen = await pages(latest, 2, async (n) => {
      await add(`per_new${n}`, 'New', 9);
      if (n > 0) await bench.deps.db.tx((q) => q.run('delete from person where id = $1', `per_new${n - 1}`));
    });
    assert.deepEqual(seen, whole);
    await bench.deps.db.tx((q) => q.run("delete from person where name = 'New'"));
  });

  it('keeps to its conditions on every page', async () => {
    const page = await read(byName, { limit: 2 }, ['name = $1'], ['Ben']);
    const rest = await read(byName, { limit: 2, cursor: page.next ?? '' }, ['name = $1'], ['Ben']);
    assert.deepEqual(
      [...page.rows, ...rest.rows].map(({ id }) => id),
      ['per_3', 'per_4', 'per_5'],
    );
    assert.equal(rest.next, null);
  });

  it('has no next page after a last one that is full', async () => {
    assert.equal((await read(byName, { limit: names.length })).next, null);
  });

  const cursor = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url');
  for (const [what, order, given] of [
    ['that is no base64', byName, '____'],
    ['that is no JSON', byName, Buffer.from('{').toString('base64url')],
    ['that is no place', byName, cursor(7)],
    ['with half a place', byName, cursor(['Ana'])],
    ['with a place and more', byName, cursor(['Ana', 'per_0', 1])],
    ['of a list by number', byName, cursor([7, 'per_0'])],
    ['of a list by text', latest, cursor(['Ana', 'per_0'])],
    ['with a number past all numbers', latest, cursor([2 ** 60, 'per_0'])],
    ['with half a number', latest, cursor([1.5, 'per_0'])],
    ['with a NUL in it', byName, cursor(['a\0', 'per_0'])],
    ['with a NUL in its id', latest, cursor([1, 'per\0'])],
  ] as const)
    it(`refuses a cursor ${what}`, async () => {
      await assert.rejects(read(order, { cursor: given }), { code: 'invalid_request', fields: ['cursor'] });
    });
});
