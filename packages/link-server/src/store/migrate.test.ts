import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { createTemporaryFolder, removeTemporaryFolder } from '../testing/temporary-folder.js';
import { migrate, SchemaError } from './migrate.js';
import { migrations } from './migrations/index.js';
import type { Migration } from './migrations/migration.js';
import { openSqliteDatabase } from './sqlite-database.js';

const folder = createTemporaryFolder();
let files = 0;
after(() => removeTemporaryFolder(folder));

/** Opens an empty database and hands it to a test. */
const withDatabase = (test: (db: Awaited<ReturnType<typeof openSqliteDatabase>>) => Promise<void>) => async () => {
  const db = await openSqliteDatabase(join(folder, `${++files}.db`));
  try {
    await test(db);
  } finally {
    await db.close();
  }
};

const one: Migration = { version: 1, name: 'one', sql: 'create table a (id {{id}}, x int);' };
const two: Migration = { version: 2, name: 'two', sql: 'alter table a add column y int; create table b (x int);' };

describe('migrating', () => {
  it(
    'takes every step once, in order',
    withDatabase(async (db) => {
      assert.deepEqual(await migrate(db, 5, [one]), ['one']);
      assert.deepEqual(await migrate(db, 6, [one, two]), ['two']);
      assert.deepEqual(await migrate(db, 7, [one, two]), []);
      assert.deepEqual(await db.read((q) => q.all('select version, at from schema_migration order by version')), [
        { version: 1, at: 5 },
        { version: 2, at: 6 },
      ]);
      assert.deepEqual(await db.read((q) => q.all('select x, y from a')), []);
    }),
  );

  it(
    'happens once when two start together',
    withDatabase(async (db) => {
      const steps = await Promise.all([migrate(db, 1, [one, two]), migrate(db, 1, [one, two])]);
      assert.deepEqual(steps, [['one', 'two'], []]);
    }),
  );

  it(
    'leaves nothing behind when a step fails',
    withDatabase(async (db) => {
      const wrong: Migration = { version: 2, name: 'wrong', sql: 'create table b (x int); create table a (x int);' };
      await assert.rejects(migrate(db, 1, [one, wrong]), /already exists/);
      assert.deepEqual(await db.read((q) => q.all("select name from sqlite_schema where type = 'table'")), []);
    }),
  );

  it(
    'refuses a database that is newer than the server',
    withDatabase(async (db) => {
      await migrate(db, 1, [one, two]);
      await assert.rejects(
        migrate(db, 2, [one]),
        new SchemaError('The database has schema 2, this server knows up to 1.'),
      );
    }),
  );

  it(
    'refuses a step that changed after it was taken',
    withDatabase(async (db) => {
      await migrate(db, 1, [one]);
      await assert.rejects(migrate(db, 2, [{ ...one, sql: `${one.sql} ` }]), /Migration 1 "one" is not the one/);
    }),
  );

  it(
    'refuses a list that is out of order or has a number twice',
    withDatabase(async (db) => {
      await assert.rejects(migrate(db, 1, [two, one]), SchemaError);
      await assert.rejects(migrate(db, 1, [one, { ...two, version: 1 }]), SchemaError);
    }),
  );

  it(
    'takes a step whose number was left open when later ones were taken',
    withDatabase(async (db) => {
      const three: Migration = { version: 3, name: 'three', sql: 'create table c (x int);' };
      assert.deepEqual(await migrate(db, 1, [one, three]), ['one', 'three']);
      assert.deepEqual(await migrate(db, 2, [one, two, three]), ['two']);
      assert.deepEqual(await migrate(db, 3, [one, two, three]), []);
      await assert.rejects(migrate(db, 4, [one, three]), SchemaError);
    }),
  );

  it(
    'makes the whole schema of this server',
    withDatabase(async (db) => {
      assert.equal((await migrate(db, 1)).length, migrations.length);
      assert.deepEqual(await migrate(db, 1), []);
    }),
  );
});
