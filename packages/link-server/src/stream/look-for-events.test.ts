import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Database } from '../store/database.js';
import { migrate } from '../store/migrate.js';
import { openSqliteDatabase } from '../store/sqlite-database.js';
import { join } from 'node:path';
import { ManualClock } from '../testing/manual-clock.js';
import { MemoryLogger } from '../testing/memory-logger.js';
import { borrowTestSchema, withoutPostgresql, type TestSchema } from '../store/test-schema.js';
import { createTemporaryFolder, removeTemporaryFolder } from '../testing/temporary-folder.js';
import { until } from '../testing/until.js';
import { DatabaseStreamHub } from './database-stream-hub.js';
import { lookEveryMs, startLookingForEvents } from './look-for-events.js';

describe('looking for events whose bell got lost', { skip: withoutPostgresql }, () => {
  let schema: TestSchema;
  let db: Database;
  let streams: DatabaseStreamHub;
  let lookout: { stop(): Promise<void> };
  const clock = new ManualClock(0);
  const log = new MemoryLogger();
  let rung: string[];

  /** What another server commits before it ends without a bell. */
  const write = (stream: string, n: number) =>
    db.tx(async (q) => {
      await q.run(
        'insert into stream (id, n) values ($1, $2) on conflict (id) do update set n = excluded.n',
        stream,
        n,
      );
      await q.run(`insert into event (stream, n, type, body, at) values ($1, $2, 'x', '{}', $3)`, stream, n, 1_000 + n);
    });
  /** Lets it look once and waits until it sleeps again. */
  const look = async () => {
    clock.moveTo(clock.now() + lookEveryMs);
    await until(() => clock.nextAlarm !== undefined);
  };

  beforeEach(async () => {
    schema = await borrowTestSchema();
    db = await schema.open();
    await migrate(db, 0);
    streams = new DatabaseStreamHub(db);
    lookout = startLookingForEvents(db, streams, log, clock);
    rung = [];
    for (const id of ['a', 'b']) streams.subscribe(id, { ring: () => rung.push(id) });
  });
  afterEach(async () => {
    await lookout.stop();
    streams.close();
    await db.close();
    await schema.remove();
  });

  it('rings a stream once for what is new in it, and no other', async () => {
    await write('a', 1);
    await look();
    assert.deepEqual(rung, ['a']);
    await look();
    assert.deepEqual(rung, ['a']);
    await write('a', 2);
    await write('b', 1);
    await look();
    assert.deepEqual(rung.sort(), ['a', 'a', 'b']);
  });

  it('goes on after a look that failed, and stops when told to', async () => {
    await db.tx((q) => q.script('alter table event rename to elsewhere'));
    await look();
    assert.equal(log.lines.at(-1)?.event, 'events_unreadable');
    await db.tx((q) => q.script('alter table elsewhere rename to event'));
    await write('a', 1);
    await look();
    assert.deepEqual(rung, ['a']);
    await lookout.stop();
    assert.equal(clock.nextAlarm, undefined);
  });
});

describe('on SQLite', () => {
  it('nothing looks: there is no other server', async () => {
    const folder = createTemporaryFolder();
    const db = await openSqliteDatabase(join(folder, 'a.db'));
    const clock = new ManualClock(0);
    const lookout = startLookingForEvents(db, new DatabaseStreamHub(db), new MemoryLogger(), clock);
    assert.equal(clock.nextAlarm, undefined);
    await lookout.stop();
    await db.close();
    removeTemporaryFolder(folder);
  });
});
