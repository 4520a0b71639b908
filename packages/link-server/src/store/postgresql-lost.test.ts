import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { lastWord, startPostgresqlProxy, type PostgresqlProxy } from '../testing/postgresql-proxy.js';
import { createTestSchema, postgresqlUrl, withoutPostgresql, type TestSchema } from './test-schema.js';
import { DatabaseUnavailableError, everyTopic, type Database, type Query } from './database.js';
import { openPostgresqlDatabase, type PostgresqlOptions } from './postgresql-database.js';

describe('a connection to PostgreSQL that is lost', { skip: withoutPostgresql, timeout: 30_000 }, () => {
  let schema: TestSchema;
  let db: Database;
  let other: Database;
  let proxy: PostgresqlProxy;
  before(async () => {
    schema = await createTestSchema();
    other = await schema.open();
    await other.tx((q) => q.script('create table slot (id int primary key)'));
    proxy = await startPostgresqlProxy(postgresqlUrl);
  });
  after(async () => {
    await other.close();
    await proxy.close();
    await schema.remove();
  });

  /** One connection, so that who comes next gets the same one, unless it has left the pool. */
  const openBehindProxy = (options: PostgresqlOptions = {}) =>
    openPostgresqlDatabase(proxy.url, { poolSize: 1, schema: schema.schema, ...options });
  beforeEach(async () => {
    db = await openBehindProxy();
    await other.tx((q) => q.run('delete from slot'));
  });
  afterEach(async () => {
    proxy.asked = (bytes) => bytes;
    proxy.answered = (bytes) => bytes;
    await db.close();
  });

  const pidOf = async (q: Query) => (await q.get<{ pid: number }>('select pg_backend_pid() as pid'))?.pid ?? 0;
  /** Resolves when the session has ended. Its transaction cannot wait for another one by itself. */
  const kill = (pid: number) =>
    new Promise<void>((resolve, reject) => {
      const ended = () => other.read((q) => q.all('select pg_terminate_backend($1::int, 5000)', pid));
      setImmediate(() => ended().then(() => resolve(), reject));
    });
  const lost = (inDoubt: boolean) => (error: unknown) => {
    assert.ok(error instanceof DatabaseUnavailableError, String(error));
    assert.equal(error.inDoubt, inDoubt);
    return true;
  };
  const rows = () => other.read((q) => q.all<{ id: number }>('select id from slot order by id'));
  const works = async () => {
    await db.tx((q) => q.run('insert into slot values (99) on conflict do nothing'));
    assert.ok((await rows()).some(({ id }) => id === 99));
  };

  it('between two statements fails the next one and the transaction, and leaves nothing behind', async () => {
    const seen: unknown[] = [];
    const writing = db.tx(async (q) => {
      await q.run('insert into slot values (1)');
      await kill(await pidOf(q));
      for (const id of [2, 3]) await q.run('insert into slot values ($1)', id).catch((error) => seen.push(error));
    });
    await assert.rejects(writing, lost(false));
    assert.equal(seen.length, 2);
    for (const error of seen) assert.ok(error instanceof DatabaseUnavailableError, String(error));
    assert.deepEqual(await rows(), []);
    await works();
  });

  it('fails all statements that are under way, at once', async () => {
    let under: PromiseSettledResult<unknown>[] = [];
    const writing = db.tx(async (q) => {
      const pid = await pidOf(q);
      const asked = [q.get('select pg_sleep(60)'), q.run('insert into slot values (1)'), q.script('select 1')];
      [under] = await Promise.all([Promise.allSettled(asked), kill(pid)]);
    });
    await assert.rejects(writing, lost(false));
    assert.deepEqual(
      under.map((one) => one.status === 'rejected' && one.reason instanceof DatabaseUnavailableError),
      [true, true, true],
    );
    await works();
  });

  it('in a transaction that reads fails it likewise', async () => {
    const reading = db.read(async (q) => {
      await kill(await pidOf(q));
      return q.all('select id from slot');
    });
    await assert.rejects(reading, lost(false));
    await works();
  });

  it('before it was asked to commit has changed nothing', async () => {
    const writing = db.tx(async (q) => {
      await q.run('insert into slot values (1)');
      await kill(await pidOf(q));
      // Its word has come by now: nothing is on its way when the body ends.
      await new Promise((resolve) => setImmediate(resolve));
    });
    await assert.rejects(writing, (error) => error instanceof DatabaseUnavailableError);
    assert.deepEqual(await rows(), []);
    await works();
  });

  /** Writes a row through a line that breaks as it commits; hears what listeners are told. */
  async function commitOnBreakingLine(id: number) {
    const heard: string[] = [];
    const called: string[] = [];
    const stop = db.onRing((topics) => heard.push(...topics));
    const writing = db.tx(async (q) => {
      q.ring('a');
      q.afterCommit(() => called.push('committed'));
      await q.run('insert into slot values ($1)', id);
    });
    await assert.rejects(writing, lost(true));
    stop();
    assert.deepEqual([heard, called], [[everyTopic], []]);
  }
  const commits = (bytes: Buffer) => bytes.includes('commit\0');

  it('as the commit was on its way is in doubt, and is looked for', async () => {
    proxy.asked = (bytes) => (commits(bytes) ? 'break' : bytes);
    await commitOnBreakingLine(1);
    assert.deepEqual(await rows(), []);
    proxy.asked = (bytes) => bytes;
    await works();
  });

  it('as the answer to the commit was on its way is in doubt: here it stands', async () => {
    proxy.answered = (bytes) => (bytes.includes('COMMIT\0') ? 'break' : bytes);
    await commitOnBreakingLine(1);
    assert.deepEqual(await rows(), [{ id: 1 }]);
    proxy.answered = (bytes) => bytes;
    await works();
  });

  it('while it was idle in the pool is replaced', async () => {
    const pid = await db.read(pidOf);
    await kill(pid);
    // It may be noticed only by asking.
    await works().catch((error: unknown) => assert.ok(lost(false)(error)));
    await works();
    assert.notEqual(await db.read(pidOf), pid);
  });

  it('in the very moment in which it was made ends neither the process nor the pool', async () => {
    const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]); // ReadyForQuery, idle
    proxy.answered = (bytes) => (bytes.includes(ready) ? Buffer.concat([bytes, lastWord('57P01')]) : bytes);
    await assert.rejects(works(), lost(false));
    proxy.answered = (bytes) => bytes;
    await works();
  });

  it('as its transaction stood still for too long fails it', async () => {
    const impatient = await openBehindProxy({ stalledMs: 500 });
    const stalled = impatient.tx(async (q) => {
      await q.run('insert into slot values (1)');
      const pid = await pidOf(q);
      const gone = async () => {
        const sql = 'select count(*) as n from pg_stat_activity where pid = $1::int';
        while ((await other.read((one) => one.get<{ n: number }>(sql, pid)))?.n) await new Promise(setImmediate);
      };
      await new Promise((resolve, reject) => setImmediate(() => gone().then(resolve, reject)));
      await q.run('insert into slot values (2)');
    });
    await assert.rejects(stalled, lost(false));
    assert.deepEqual(await rows(), []);
    assert.equal(await impatient.tx(async (q) => (await q.run('insert into slot values (3)')).changes), 1);
    await impatient.close();
  });

  it('as its host has vanished fails once the answer took too long; a script may take longer', async () => {
    const impatient = await openBehindProxy({ answerMs: 200 });
    await impatient.tx((q) => q.script('select pg_sleep(0.3)'));
    proxy.answered = () => 'keep';
    await assert.rejects(
      impatient.tx((q) => q.run('insert into slot values (1)')),
      lost(false),
    );
    proxy.answered = (bytes) => bytes;
    assert.equal(await impatient.tx(async (q) => (await q.run('insert into slot values (2)')).changes), 1);
    await impatient.close();
  });

  it('to a database that is closed as it comes back to listen is not kept', async () => {
    const brief = await openBehindProxy();
    const closing = new Promise<void>((resolve, reject) => {
      proxy.asked = (bytes) => {
        if (bytes.includes('listen ')) brief.close().then(resolve, reject);
        return bytes;
      };
    });
    await other.read((q) =>
      q.all(
        `select pg_terminate_backend(pid, 5000) from pg_stat_activity where query = 'listen carillon_${schema.schema}'`,
      ),
    );
    await closing;
    await db.close();
    while (proxy.connections > 0) await new Promise(setImmediate);
  });

  it('leaves an error of the body as it is', async () => {
    const refused = new Error('refused');
    const writing = db.tx(async (q) => {
      await kill(await pidOf(q));
      throw refused;
    });
    await assert.rejects(writing, (error) => error === refused);
    await works();
  });
});
