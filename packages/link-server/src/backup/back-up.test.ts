import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { routes } from '@carillon/contract';
import { readConfig } from '../config/read-config.js';
import { startServer } from '../start-server.js';
import { openSqliteDatabase } from '../store/sqlite-database.js';
import { MemoryLogger } from '../testing/memory-logger.js';
import { createTemporaryFolder, removeTemporaryFolder } from '../testing/temporary-folder.js';
import { backUp, BackupError } from './back-up.js';

describe('a backup', () => {
  let folder: string;
  beforeEach(() => (folder = createTemporaryFolder()));
  afterEach(() => removeTemporaryFolder(folder));
  const start = (data: string) =>
    startServer(
      readConfig({ DATA_DIR: data, PORT: '0', LIVEKIT_URL: 'ws://127.0.0.1:1', DEMO: '1' }),
      new MemoryLogger(),
    );

  it('is made while the server runs, and a server that is started on it goes on from there', async () => {
    const [data, copy] = [join(folder, 'data'), join(folder, 'copy')];
    const server = await start(data);
    const code = new URL(server.demo?.customerLink ?? '').pathname.slice(3);
    await backUp(data, copy);
    await server.stop();
    assert.deepEqual(
      readdirSync(copy).map((name) => [name, statSync(join(copy, name)).mode & 0o777]),
      [
        ['carillon.db', 0o600],
        ['secrets.json', 0o600],
      ],
    );
    const restored = await start(copy);
    const view = (await (await fetch(`${restored.url}${routes.join(code)}`)).json()) as { state: string };
    assert.equal(view.state, 'available');
    await restored.stop();
  });

  it('has the record as it stood at one moment, however much is written meanwhile', async () => {
    const [path, copy] = [join(folder, 'carillon.db'), join(folder, 'copy')];
    const db = await openSqliteDatabase(path);
    await db.tx((q) => q.script('create table a (n integer); create table b (n integer)'));
    let writing = true;
    const writers = Array.from({ length: 4 }, async () => {
      for (let n = 0; writing; n++)
        await db.tx(async (q) => {
          await q.run('insert into a (n) values ($1)', n);
          await q.run('insert into b (n) values ($1)', n);
        });
    });
    for (let copies = 0; copies < 3; copies++) await backUp(folder, `${copy}${copies}`);
    writing = false;
    await Promise.all(writers);
    await db.close();
    for (let copies = 0; copies < 3; copies++) {
      const restored = await openSqliteDatabase(join(`${copy}${copies}`, 'carillon.db'));
      const sums = await restored.read((q) =>
        q.get<{ a: number; b: number }>('select (select count(*) from a) as a, (select count(*) from b) as b'),
      );
      const check = await restored.read((q) => q.get('pragma integrity_check'));
      assert.deepEqual([sums?.a === sums?.b, check], [true, { integrity_check: 'ok' }]);
      await restored.close();
    }
  });

  it('overwrites nothing, and needs a database', async () => {
    await assert.rejects(backUp(folder, join(folder, 'copy')), BackupError);
    assert.ok(!existsSync(join(folder, 'copy')));
    await (await openSqliteDatabase(join(folder, 'carillon.db'))).close();
    writeFileSync(join(folder, 'other.txt'), '');
    await backUp(folder, join(folder, 'copy'));
    await assert.rejects(backUp(folder, join(folder, 'copy')), BackupError);
  });
});
