import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { changeQueue } from '../../queue/change-queue.js';
import { keepSound } from '../../sound/keep-sound.js';
import { createCallCenter } from '../../testing/call-center.js';
import { callIn } from '../../testing/call-in-state.js';
import { wavOf } from '../../testing/sounds.js';
import { createTestSchema, withoutPostgresql, type TestSchema } from '../test-schema.js';
import { createTemporaryFolder, removeTemporaryFolder } from '../../testing/temporary-folder.js';
import type { Database } from '../database.js';
import { migrate } from '../migrate.js';
import { migrations } from '../migrations/index.js';
import { openSqliteDatabase } from '../sqlite-database.js';
import { countRows, primaryKeyOf, tablesOf } from './catalogue.js';
import { exportRecords } from './export-records.js';
import { ImportError, importRecords } from './import-records.js';

const folder = createTemporaryFolder();
const schemas: TestSchema[] = [];
const open: Database[] = [];
let files = 0;
after(async () => {
  for (const db of open) await db.close();
  for (const schema of schemas) await schema.remove();
  removeTemporaryFolder(folder);
});

const empty = {
  async sqlite(): Promise<Database> {
    return ready(await openSqliteDatabase(join(folder, `${++files}.db`)));
  },
  async postgresql(): Promise<Database> {
    const schema = await createTestSchema();
    schemas.push(schema);
    return ready(await schema.open());
  },
};
async function ready(db: Database): Promise<Database> {
  open.push(db);
  await migrate(db, 1);
  return db;
}

async function exported(db: Database): Promise<string[]> {
  const lines: string[] = [];
  await exportRecords(db, async (line) => void lines.push(line.trimEnd()));
  return lines;
}
async function* each(lines: readonly string[]) {
  yield* lines;
}
/** References to a table that is younger: they are deferred to the end of the transaction. */
const lookedAtLast = ['queue sound'];

const importing = (db: Database, lines: readonly string[]) => importRecords(db, each(lines));
const refused = (message: RegExp) => (error: unknown) => error instanceof ImportError && message.test(error.message);

describe('moving the records', () => {
  /** What a call center has after a call, with more events than are read at a time, and texts of every kind. */
  let lines: string[];
  before(async () => {
    const center = await createCallCenter();
    await callIn(center, 'ended');
    const { id: holdMusic } = await keepSound(center.deps, wavOf());
    await changeQueue(center.deps, { queueId: center.queueId, change: { version: 1, holdMusic } });
    await center.deps.db.tx(async (q) => {
      await q.run('insert into person (id, name) values ($1, $2)', 'per_1', 'Zoë 😀 O\'Neill\n\t"quoted" \\u0041 $1');
      await q.run("insert into stream (id, n) values ('agent:x', 1200)");
      for (let n = 1; n <= 1_200; n++)
        await q.run("insert into event (stream, n, type, body, at) values ('agent:x', $1, 'x', '{}', 1)", n);
    });
    lines = await exported(center.deps.db);
    await center.close();
  });

  it('takes every table, each after those it refers to', async () => {
    const db = await empty.sqlite();
    const names = await db.read((q) =>
      q.all<{ name: string }>(
        "select name from sqlite_schema where type = 'table' and name <> 'schema_migration' order by name",
      ),
    );
    const tables = tablesOf(migrations);
    assert.deepEqual([...tables].sort(), names.map(({ name }) => name).sort());
    for (const table of tables) {
      const of = await db.read((q) =>
        q.all<{ table: string }>(`select "table" from pragma_foreign_key_list($1)`, table),
      );
      for (const { table: parent } of of)
        assert.ok(
          tables.indexOf(parent) <= tables.indexOf(table) || lookedAtLast.includes(`${table} ${parent}`),
          `${table} ${parent}`,
        );
    }
  });

  it('knows of tables that were dropped', () => {
    const sql = 'create table a (x int); create table b (x int); drop table a;';
    assert.deepEqual(tablesOf([{ version: 1, name: 'one', sql }]), ['b']);
  });

  it('leaves nothing out and changes nothing, from SQLite to SQLite', async () => {
    const db = await empty.sqlite();
    const counts = await importing(db, lines);
    assert.equal(counts['event'], (await db.read((q) => countRows(q, 'event'))) || NaN);
    assert.ok((counts['event'] ?? 0) > 1_200);
    assert.deepEqual(await exported(db), lines);
  });

  it(
    'leaves nothing out and changes nothing, from SQLite to PostgreSQL and back',
    { skip: withoutPostgresql },
    async () => {
      const [there, back] = [await empty.postgresql(), await empty.sqlite()];
      const counts = await importing(there, lines);
      const away = await exported(there);
      assert.deepEqual([...away.slice(1, -1)].sort(), [...lines.slice(1, -1)].sort());
      assert.deepEqual(await importing(back, away), counts);
      assert.deepEqual(await exported(back), lines);
      for (const table of tablesOf(migrations))
        assert.deepEqual(
          await there.read((q) => primaryKeyOf('postgresql', q, table)),
          await back.read((q) => primaryKeyOf('sqlite', q, table)),
        );
    },
  );

  for (const [title, spoil, message] of [
    ['cut off', (all: string[]) => all.slice(0, -1), /cut off/],
    ['empty', () => [], /cut off/],
    ['without one of its rows', (all: string[]) => all.toSpliced(5, 1), /damaged|refused/],
    [
      'with a row changed',
      (all: string[]) => all.map((line) => line.replace('Customer support', 'Costumer support')),
      /checksum/,
    ],
    ['with something behind it', (all: string[]) => [...all, all[1] ?? ''], /follows its end/],
    ['of another version', (all: string[]) => all.with(0, '{"carillon":1,"schema":["x"]}'), /another version/],
    ['of something else', () => ['{"a":1}'], /no export/],
    ['of no JSON', () => ['once upon a time'], /no export/],
    ['with a table of its own', (all: string[]) => all.toSpliced(1, 0, '{"table":"x","row":{}}'), /none of ours/],
    [
      'with SQL for a column',
      (all: string[]) => all.toSpliced(1, 0, '{"table":"queue","row":{"id) values (1); --":1}}'),
      /column is none/,
    ],
  ] as const)
    it(`refuses an export ${title}, and writes nothing`, async () => {
      const db = await empty.sqlite();
      await assert.rejects(
        importing(db, spoil(lines)),
        (error) => error instanceof Error && message.test(error.message),
      );
      for (const table of tablesOf(migrations)) assert.equal(await db.read((q) => countRows(q, table)), 0, table);
    });

  it('refuses to mix records with those that are there', async () => {
    const db = await empty.sqlite();
    await db.tx((q) => q.run("insert into person (id, name) values ('per_2', 'Ana')"));
    await assert.rejects(importing(db, lines), refused(/There are records already, in the table person/));
  });
});
