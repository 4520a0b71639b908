import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { createTemporaryFolder, removeTemporaryFolder } from '../testing/temporary-folder.js';
import { databaseConformance } from './conformance.js';
import { loadSqliteDriver } from './sqlite-driver.js';
import { openSqliteDatabase } from './sqlite-database.js';

const folder = createTemporaryFolder();
let files = 0;
const nextPath = () => join(folder, `${++files}.db`);
after(() => removeTemporaryFolder(folder));

databaseConformance('SQLite', () => openSqliteDatabase(nextPath()));

describe('a SQLite database', () => {
  it('keeps its records for the next time it is opened', async () => {
    const path = nextPath();
    const first = await openSqliteDatabase(path);
    await first.tx((q) => q.script('create table t (a int); insert into t values (7);'));
    await first.close();
    const second = await openSqliteDatabase(path);
    assert.deepEqual(await second.read((q) => q.get('select a from t')), { a: 7 });
    await second.close();
  });

  it('syncs every commit to the disk, through a write-ahead log, with foreign keys', async () => {
    const db = await openSqliteDatabase(nextPath());
    const pragma = (name: string) => db.tx((q) => q.get(`pragma ${name}`));
    assert.deepEqual(
      [
        await pragma('journal_mode'),
        await pragma('synchronous'),
        await pragma('foreign_keys'),
        await pragma('busy_timeout'),
      ],
      [{ journal_mode: 'wal' }, { synchronous: 2 }, { foreign_keys: 1 }, { timeout: 5000 }],
    );
    await db.close();
  });

  it('refuses to write through a read', async () => {
    const db = await openSqliteDatabase(nextPath());
    await assert.rejects(
      db.read((q) => q.script('create table t (a int)')),
      /readonly/,
    );
    await db.close();
  });

  it('shares one commit among up to 256 writes of one turn', async () => {
    const commits: string[] = [];
    const { DatabaseSync } = await loadSqliteDriver();
    class Watched extends DatabaseSync {
      override exec(sql: string): void {
        if (sql === 'commit') commits.push(sql);
        super.exec(sql);
      }
    }
    const db = await openSqliteDatabase(nextPath(), { DatabaseSync: Watched });
    await db.tx((q) => q.script('create table t (a int)'));
    const write = () => db.tx((q) => q.run('insert into t values (1)'));
    commits.length = 0;
    await Promise.all(Array.from({ length: 200 }, write));
    assert.equal(commits.length, 1);
    await Promise.all(Array.from({ length: 257 }, write));
    assert.equal(commits.length, 3);
    await db.close();
  });

  it('tells every writer of a group whose commit failed, and goes on', async () => {
    const { DatabaseSync } = await loadSqliteDriver();
    let broken = false;
    class Broken extends DatabaseSync {
      override exec(sql: string): void {
        if (broken && sql === 'commit') throw new Error('disk full');
        super.exec(sql);
      }
    }
    const db = await openSqliteDatabase(nextPath(), { DatabaseSync: Broken });
    await db.tx((q) => q.script('create table t (a int)'));
    const heard: string[] = [];
    db.onRing((topics) => heard.push(...topics));
    const write = () =>
      db.tx(async (q) => {
        q.ring('written');
        await q.run('insert into t values (1)');
      });
    broken = true;
    const settled = await Promise.allSettled([write(), write()]);
    broken = false;
    assert.deepEqual(
      settled.map(({ status }) => status),
      ['rejected', 'rejected'],
    );
    assert.deepEqual(heard, []);
    await write();
    assert.deepEqual(await db.read((q) => q.get('select count(*) as n from t')), { n: 1 });
    await db.close();
  });

  it('finishes what was asked of it before it closes', async () => {
    const path = nextPath();
    const db = await openSqliteDatabase(path);
    await db.tx((q) => q.script('create table t (a int)'));
    const write = db.tx((q) => q.run('insert into t values (1)'));
    await db.close();
    assert.deepEqual(await write, { changes: 1 });
  });

  it('is refused where a write-ahead log is not possible', async () => {
    await assert.rejects(openSqliteDatabase(':memory:'), /write-ahead/);
  });
});
