import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { createTestSchema, withoutPostgresql } from './test-schema.js';
import { databaseConformance } from './conformance.js';
import { DatabaseUnavailableError, everyTopic, type Database } from './database.js';
import { parts } from './doorbell.js';

type TestSchema = Awaited<ReturnType<typeof createTestSchema>>;

describe('on PostgreSQL', { skip: withoutPostgresql }, () => {
  const schemas: TestSchema[] = [];
  const open = async () => {
    const schema = await createTestSchema();
    schemas.push(schema);
    return schema.open();
  };
  after(async () => {
    for (const schema of schemas) await schema.remove();
  });

  databaseConformance('PostgreSQL', open);
});

describe('two processes on one PostgreSQL', { skip: withoutPostgresql }, () => {
  let schema: TestSchema;
  let one: Database;
  let two: Database;
  beforeEach(async () => {
    schema = await createTestSchema();
    one = await schema.open();
    two = await schema.open();
    await one.tx((q) =>
      q.script('create table slot (id int primary key, taken_by text); insert into slot values (1, null)'),
    );
  });
  afterEach(async () => {
    await one.close();
    await two.close();
    await schema.remove();
  });

  /** Resolves when a database has heard of a topic. */
  const hears = (db: Database, topic: string) =>
    new Promise<void>((resolve) => {
      const stop = db.onRing((topics) => {
        if (!topics.has(topic)) return;
        stop();
        resolve();
      });
    });

  it('hear of each other’s commits, and once of their own', async () => {
    const own: string[] = [];
    one.onRing((topics) => own.push(...topics));
    const heard = hears(two, 'a');
    await one.tx(async (q) => q.ring('a'));
    await heard;
    const answered = hears(one, 'b');
    await two.tx(async (q) => q.ring('b'));
    await answered;
    assert.deepEqual(own, ['a', 'b']);
  });

  it('hear of many topics at once, however many', async () => {
    const topics = Array.from({ length: 500 }, (_, i) => `stream:agent:agt_${i}`);
    const missing = new Set(topics);
    const all = new Promise<void>((resolve) => {
      two.onRing((heard) => {
        for (const topic of heard) missing.delete(topic);
        if (missing.size === 0) resolve();
      });
    });
    await one.tx(async (q) => topics.forEach((topic) => q.ring(topic)));
    await all;
  });

  it('let one of 100 conditional updates win, whoever sends them', async () => {
    const wins = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        (i % 2 ? one : two).tx(
          async (q) =>
            (await q.run('update slot set taken_by = $1 where id = 1 and taken_by is null', `p${i}`)).changes,
        ),
      ),
    );
    assert.equal(wins.filter((changes) => changes === 1).length, 1);
  });

  it('claim different rows with the lock word, without waiting for each other', async () => {
    await one.tx((q) => q.run('insert into slot values (2, null)'));
    const claim = 'select id from slot where taken_by is null order by id limit 1 /*LOCK*/';
    let release: () => void = () => undefined;
    const holding = new Promise<void>((resolve) => (release = resolve));
    let claimed: (id: unknown) => void = () => undefined;
    const first = new Promise((resolve) => (claimed = resolve));
    const held = one.tx(async (q) => {
      claimed(await q.get(claim));
      await holding;
    });
    assert.deepEqual(await first, { id: 1 });
    assert.deepEqual(await two.tx((q) => q.get(claim)), { id: 2 });
    release();
    await held;
  });

  it('run a transaction again that PostgreSQL broke off to end a deadlock', async () => {
    await one.tx((q) => q.run('insert into slot values (2, null)'));
    let meet: () => void = () => undefined;
    const met = new Promise<void>((resolve) => (meet = resolve));
    let arrived = 0;
    const both = (first: number, second: number) => async (q: Parameters<Parameters<Database['tx']>[0]>[0]) => {
      await q.run('update slot set taken_by = $2 where id = $1', first, `from ${first}`);
      if (++arrived === 2) meet();
      await met;
      await q.run('update slot set taken_by = $2 where id = $1', second, `from ${first}`);
    };
    await Promise.all([one.tx(both(1, 2)), two.tx(both(2, 1))]);
    const rows = await one.read((q) => q.all<{ taken_by: string }>('select taken_by from slot'));
    assert.equal(new Set(rows.map(({ taken_by }) => taken_by)).size, 1);
  });

  it('say that bells may have been missed when the listening connection broke', async () => {
    const missed = hears(two, everyTopic);
    await one.tx((q) =>
      q.all(
        `select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' or query like 'select pg_notify%'`,
      ),
    );
    await missed;
    const heard = hears(two, 'again');
    const rung = setInterval(() => void one.tx(async (q) => q.ring('again')), 50);
    await heard;
    clearInterval(rung);
  });
});

describe('a PostgreSQL that cannot be asked', { skip: withoutPostgresql }, () => {
  it('says so once a connection took too long, and is asked again afterwards', async () => {
    const schema = await createTestSchema();
    const db = await schema.open({ poolSize: 1, connectMs: 50 });
    let release: () => void = () => undefined;
    const held = db.tx(() => new Promise<void>((resolve) => (release = resolve)));
    await assert.rejects(
      db.read((q) => q.get('select 1 as one')),
      DatabaseUnavailableError,
    );
    release();
    await held;
    assert.deepEqual(await db.read((q) => q.get('select 1 as one')), { one: 1 });
    await db.close();
    await schema.remove();
  });
});

describe('bells', () => {
  it('are cut into pieces that PostgreSQL takes', () => {
    const topics = Array.from({ length: 1_000 }, (_, i) => `stream:call:cal_${'x'.repeat(22)}${i}`);
    const all = parts(topics);
    assert.deepEqual(all.flat(), topics);
    assert.ok(all.every((part) => Buffer.byteLength(JSON.stringify(part)) < 7_900));
    assert.deepEqual(parts([]), []);
  });
});
