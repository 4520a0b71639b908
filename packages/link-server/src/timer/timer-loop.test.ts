import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createTestDeps, type TestBench } from '../testing/create-test-deps.js';
import type { Database } from '../store/database.js';
import { until } from '../testing/until.js';
import { backoffMs, earliestTimers } from './due-timers.js';
import { claimTimer, setTimer, type Timer } from './timer.js';
import { TimerLoop } from './timer-loop.js';
import type { TimerHandler } from './timer-handler.js';

describe('the timer loop', () => {
  let bench: TestBench;
  let loop: TimerLoop;
  /** What the handler of `ring` saw: `ref@how late`. */
  let rung: string[];
  let waiting: { readonly count: number; readonly resolve: () => void }[];
  let ring: TimerHandler;

  const set = (ref: string, inMs: number, kind = 'ring') =>
    bench.deps.db.tx((q) => setTimer(q, kind, ref, bench.clock.now() + inMs));
  const note = ({ ref, dueAt }: Timer) => {
    rung.push(`${ref}@${bench.clock.now() - dueAt}`);
    waiting = waiting.filter(({ count, resolve }) => (rung.length >= count ? (resolve(), false) : true));
  };
  /** Resolves when the handler was called so many times. */
  const rings = (count: number) =>
    new Promise<void>((resolve) => {
      waiting.push({ count, resolve });
      waiting = waiting.filter((each) => (rung.length >= each.count ? (each.resolve(), false) : true));
    });
  /** Resolves when the loop set its alarm for a moment. */
  const alarmIn = async (ms: number) => {
    const at = bench.clock.now() + ms;
    for (let turns = 0; bench.clock.nextAlarm !== at; turns++) {
      assert.ok(turns < 100_000, `no alarm in ${ms} ms but in ${(bench.clock.nextAlarm ?? NaN) - bench.clock.now()}`);
      await new Promise(setImmediate);
    }
  };

  beforeEach(async () => {
    bench = await createTestDeps();
    rung = [];
    waiting = [];
    ring = async ({ db }, timer) => {
      await db.tx(async (q) => {
        if (await claimTimer(q, timer)) q.afterCommit(() => note(timer));
      });
    };
    loop = new TimerLoop(bench.deps, { ring: (deps, timer) => ring(deps, timer) }, bench.clock);
  });
  afterEach(async () => {
    await loop.stop();
    await bench.close();
  });

  it('handles what became due while no server ran', async () => {
    await set('old', -60_000);
    loop.start();
    await rings(1);
    assert.deepEqual(rung, ['old@60000']);
  });

  it('sleeps until the earliest timer and handles it on its millisecond', async () => {
    await set('b', 700);
    await set('a', 300);
    loop.start();
    await alarmIn(300);
    bench.clock.moveTo(bench.clock.now() + 299);
    assert.deepEqual(rung, []);
    bench.clock.moveTo(bench.clock.now() + 1);
    await rings(1);
    await alarmIn(400);
    bench.clock.moveTo(bench.clock.now() + 400);
    await rings(2);
    assert.deepEqual(rung, ['a@0', 'b@0']);
  });

  it('looks again after a second, in case a ring got lost', async () => {
    loop.start();
    await alarmIn(1_000);
    await set('far', 60_000);
    await alarmIn(1_000);
  });

  it('is woken when a commit sets an earlier timer', async () => {
    await set('late', 900);
    loop.start();
    await alarmIn(900);
    await set('soon', 100);
    await alarmIn(100);
    bench.clock.moveTo(bench.clock.now() + 100);
    await rings(1);
    assert.deepEqual(rung, ['soon@0']);
  });

  it('handles at once what is set when it is due already', async () => {
    loop.start();
    await alarmIn(1_000);
    await set('now', 0);
    await rings(1);
    assert.deepEqual(rung, ['now@0']);
  });

  it('goes on after a handler failed, and tries that one again later', async () => {
    let failures = 2;
    const once = ring;
    ring = async (deps, timer) => {
      if (timer.ref === 'bad' && failures-- > 0) throw new TypeError('cannot read');
      await once(deps, timer);
    };
    await set('bad', 0);
    loop.start();
    await alarmIn(backoffMs(0));
    await set('good', 0);
    await rings(1);
    bench.clock.moveTo(bench.clock.now() + backoffMs(0));
    await alarmIn(backoffMs(1));
    bench.clock.moveTo(bench.clock.now() + backoffMs(1));
    await rings(2);
    assert.deepEqual(rung, ['good@0', 'bad@0']);
    assert.deepEqual(bench.log.lines, [
      {
        level: 'error',
        event: 'timer_failed',
        fields: { kind: 'ring', tries: 0, error: 'TypeError', message: 'cannot read' },
      },
      {
        level: 'error',
        event: 'timer_failed',
        fields: { kind: 'ring', tries: 1, error: 'TypeError', message: 'cannot read' },
      },
    ]);
  });

  it('does not take a timer for due that it read before its handler failed', async () => {
    const { db } = bench.deps;
    let release: (() => void) | undefined;
    let hold: Promise<void> | undefined;
    let held = 0;
    const slow: Database = {
      dialect: db.dialect,
      tx: db.tx.bind(db),
      onRing: db.onRing.bind(db),
      close: db.close.bind(db),
      async read(body) {
        const found = await db.read(body);
        if (hold) held++;
        await hold;
        return found;
      },
    };
    let fail: () => void = () => undefined;
    let starts = 0;
    ring = async () => {
      starts++;
      await new Promise<void>((resolve) => (fail = resolve));
      throw new TypeError('cannot read');
    };
    loop = new TimerLoop({ ...bench.deps, db: slow }, { ring: (deps, timer) => ring(deps, timer) }, bench.clock);
    await set('bad', 0);
    loop.start();
    await until(() => starts === 1);
    hold = new Promise<void>((resolve) => (release = resolve));
    await set('far', 60_000);
    await until(() => held === 1);
    fail();
    // Put off, and no longer under way.
    await until(async () => (await earliestTimers(db, 1))[0]?.tries === 1);
    await new Promise(setImmediate);
    hold = undefined;
    release?.();
    await alarmIn(backoffMs(0));
    assert.equal(starts, 1);
  });

  it('does not spin on a timer that its handler left standing, or that has no handler', async () => {
    ring = async () => undefined;
    await set('left', 0);
    await set('x', 0, 'unheard-of');
    loop.start();
    await alarmIn(backoffMs(0));
    await until(() => bench.log.lines.length === 2);
    const events = bench.log.lines.map(({ level, event, fields }) => `${level} ${event} ${fields['kind']}`);
    assert.deepEqual(events.sort(), ['error timer_failed unheard-of', 'warn timer_left_standing ring']);
  });

  it('lets a slow handler keep nobody waiting, and never runs it twice at a time', async () => {
    let finish = () => {};
    let starts = 0;
    const once = ring;
    ring = async (deps, timer) => {
      if (timer.ref === 'slow') {
        starts++;
        await new Promise<void>((resolve) => (finish = resolve));
      }
      await once(deps, timer);
    };
    await set('slow', 0);
    loop.start();
    await alarmIn(1_000);
    await set('quick', 0);
    await rings(1);
    await alarmIn(1_000);
    bench.clock.moveTo(bench.clock.now() + 1_000);
    await alarmIn(1_000);
    assert.equal(starts, 1);
    finish();
    await rings(2);
    assert.deepEqual(rung, ['quick@0', 'slow@1000']);
  });

  it('handles each of 300 timers exactly once', async () => {
    await Promise.all(Array.from({ length: 300 }, (_, i) => set(`t${i}`, -i)));
    loop.start();
    await rings(300);
    await alarmIn(1_000);
    assert.equal(new Set(rung.map((entry) => entry.split('@')[0])).size, 300);
    assert.equal(rung.length, 300);
  });

  it('handles each once with two loops on one database', async () => {
    const second = new TimerLoop(bench.deps, { ring: (deps, timer) => ring(deps, timer) }, bench.clock);
    await Promise.all(Array.from({ length: 50 }, (_, i) => set(`t${i}`, 0)));
    loop.start();
    second.start();
    await rings(50);
    await Promise.all([loop.stop(), second.stop()]);
    assert.equal(rung.length, 50);
  });

  it('starts nothing after it was stopped, and waits for what runs', async () => {
    let finish = () => {};
    const started = new Promise<void>((resolve) => {
      const once = ring;
      ring = async (deps, timer) => {
        resolve();
        await new Promise<void>((done) => (finish = done));
        await once(deps, timer);
      };
    });
    await set('a', 0);
    loop.start();
    await started;
    const stopped = loop.stop();
    finish();
    await stopped;
    assert.deepEqual(rung, ['a@0']);
    await set('b', 0);
    assert.equal(bench.clock.nextAlarm, undefined);
    assert.deepEqual(rung, ['a@0']);
  });

  it('survives a database it cannot read', async (t) => {
    t.mock.method(bench.deps.db, 'read', async () => Promise.reject(new Error('disk')), { times: 1 });
    loop.start();
    await alarmIn(1_000);
    assert.deepEqual(
      bench.log.lines.map(({ event }) => event),
      ['timers_unreadable'],
    );
    await set('a', 0);
    await rings(1);
  });
});
