import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { everyTopic } from '../store/database.js';
import { createTestDeps, type TestBench } from '../testing/create-test-deps.js';
import { until } from '../testing/until.js';
import { DueLoop } from './due-loop.js';

interface Thing {
  readonly id: string;
  readonly at: number;
}

describe('a loop that does things when they are due', () => {
  let bench: TestBench;
  let waiting: Thing[];
  let begun: string[];
  let ends: Map<string, () => void>;
  let looks: number;
  let fails: boolean;
  let loop: DueLoop<Thing>;
  beforeEach(async () => {
    bench = await createTestDeps();
    [waiting, begun, ends, looks, fails] = [[], [], new Map(), 0, false];
    loop = new DueLoop<Thing>(bench.deps, bench.clock, {
      topic: 'things',
      maxSleepMs: 5_000,
      waiting: () => {
        looks++;
        return fails ? Promise.reject(new Error('cannot be read')) : Promise.resolve(waiting);
      },
      keyOf: ({ id }) => id,
      dueAt: ({ at }) => at,
      hasRoom: ({ id }, running) => id.startsWith('small') || running.size < 2,
      run: ({ id }) => {
        begun.push(id);
        return new Promise((resolve) => ends.set(id, resolve));
      },
      unreadable: 'things_unreadable',
    });
  });
  afterEach(async () => {
    const stopped = loop.stop();
    for (const end of ends.values()) end();
    await stopped;
    await bench.close();
  });

  const due = (...ids: readonly string[]) => ids.map((id) => ({ id, at: bench.clock.now() }));
  const ring = (topic: string) => bench.deps.db.tx(async (q) => q.ring(topic));
  /** Ends one: it waits no more. */
  const end = (id: string) => {
    waiting = waiting.filter((one) => one.id !== id);
    ends.get(id)?.();
  };

  it('begins as many as there is room for, and the next when one has ended', async () => {
    waiting = due('one', 'two', 'three', 'small four');
    loop.start();
    await until(() => begun.length === 3);
    assert.deepEqual(begun, ['one', 'two', 'small four']);
    end('small four');
    end('one');
    await until(() => begun.includes('three'));
  });

  it('never does one twice at a time, however often it is woken', async () => {
    waiting = due('one');
    loop.start();
    await until(() => begun.length === 1);
    const before = looks;
    await ring('things');
    await until(() => looks > before);
    assert.deepEqual(begun, ['one']);
  });

  for (const topic of ['things', everyTopic])
    it(`looks again when ${topic === everyTopic ? 'bells may have been missed' : 'its bell rings'}`, async () => {
      loop.start();
      await until(() => looks === 1);
      await ring('something else');
      waiting = due('one');
      await ring(topic);
      await until(() => begun.length === 1);
      assert.equal(looks, 2);
    });

  it('goes on after a look that failed, and says so', async () => {
    fails = true;
    loop.start();
    const said = () => bench.log.lines.some(({ event }) => event === 'things_unreadable');
    await until(said);
    [fails, waiting] = [false, due('one')];
    await until(() => bench.clock.nextAlarm === bench.clock.now() + 5_000);
    bench.clock.moveTo(bench.clock.now() + 5_000);
    await until(() => begun.length === 1);
  });

  it('does what is due and no more when it is asked to, and says how many that were', async () => {
    waiting = [...due('one', 'two'), { id: 'later', at: bench.clock.now() + 1 }];
    const run = loop.runDue();
    await until(() => begun.length === 2);
    for (const id of ['one', 'two']) end(id);
    assert.equal(await run, 2);
    assert.deepEqual(begun, ['one', 'two']);
  });
});
