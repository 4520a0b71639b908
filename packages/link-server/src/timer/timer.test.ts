import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTestDeps, type TestBench } from '../testing/create-test-deps.js';
import { backoffMs, earliestTimers, postponeTimer } from './due-timers.js';
import { cancelTimer, claimTimer, setTimer, type Timer } from './timer.js';

describe('a timer', () => {
  let bench: TestBench;
  let refs = 0;
  before(async () => {
    bench = await createTestDeps();
  });
  after(() => bench.close());

  const newRef = () => `ref-${++refs}`;
  /** Sets a timer and returns it as a loop reads it. */
  const set = async (ref: string, dueAt: number): Promise<Timer> => {
    await bench.deps.db.tx((q) => setTimer(q, 'ring', ref, dueAt));
    const timer = await find(ref);
    assert.ok(timer);
    return timer;
  };
  const find = async (ref: string) => (await earliestTimers(bench.deps.db, 100)).find((timer) => timer.ref === ref);
  const postpone = (timer: Timer) => bench.deps.db.tx((q) => postponeTimer(q, timer, 100));
  const claim = (timer: Timer) => bench.deps.db.tx((q) => claimTimer(q, timer));

  it('is set once for a kind and ref; setting it again moves it', async () => {
    const ref = newRef();
    await set(ref, 5);
    const { nonce, ...timer } = await set(ref, 9);
    assert.deepEqual(timer, { kind: 'ring', ref, dueAt: 9, tries: 0 });
    assert.ok(Number.isInteger(nonce));
  });

  it('is another one for another kind', async () => {
    const ref = newRef();
    await set(ref, 5);
    await bench.deps.db.tx((q) => setTimer(q, 'lease', ref, 6));
    const timers = (await earliestTimers(bench.deps.db, 100)).filter((timer) => timer.ref === ref);
    assert.deepEqual(
      timers.map(({ kind }) => kind),
      ['ring', 'lease'],
    );
  });

  it('is gone when it is cancelled, and cancelling nothing is fine', async () => {
    const ref = newRef();
    await set(ref, 5);
    await bench.deps.db.tx((q) => cancelTimer(q, 'ring', ref));
    await bench.deps.db.tx((q) => cancelTimer(q, 'ring', ref));
    assert.equal(await find(ref), undefined);
  });

  it('is not set when its transaction fails', async () => {
    const ref = newRef();
    const failing = bench.deps.db.tx(async (q) => {
      await setTimer(q, 'ring', ref, 5);
      throw new Error('no');
    });
    await assert.rejects(failing);
    assert.equal(await find(ref), undefined);
  });

  it('is claimed by exactly one of 50', async () => {
    const timer = await set(newRef(), 5);
    const claims = await Promise.all(Array.from({ length: 50 }, () => claim(timer)));
    assert.equal(claims.filter(Boolean).length, 1);
  });

  it('is not claimed by who read it before it was set anew, even for the same moment', async () => {
    const timer = await set(newRef(), 5);
    await set(timer.ref, 5);
    assert.equal(await claim(timer), false);
    assert.equal((await find(timer.ref))?.dueAt, 5);
  });

  it('stands again when the transaction that claimed it fails', async () => {
    const timer = await set(newRef(), 5);
    const failing = bench.deps.db.tx(async (q) => {
      assert.equal(await claimTimer(q, timer), true);
      throw new Error('effect failed');
    });
    await assert.rejects(failing, /effect failed/);
    assert.deepEqual(await find(timer.ref), timer);
  });

  it('is put off after a failure, unless it was set anew meanwhile', async () => {
    const timer = await set(newRef(), 5);
    assert.equal(await postpone({ ...timer, tries: 2 }), true);
    assert.deepEqual(await find(timer.ref), { ...timer, dueAt: 1_100, tries: 3 });
    await set(timer.ref, 7);
    assert.equal(await postpone(timer), false);
  });

  it('starts its count of failures anew when it is set again', async () => {
    const timer = await set(newRef(), 5);
    await postpone(timer);
    assert.equal((await set(timer.ref, 7)).tries, 0);
  });

  it('waits longer each time, 30 seconds at most', () => {
    assert.deepEqual([0, 1, 2, 6, 7, 40].map(backoffMs), [250, 500, 1_000, 16_000, 30_000, 30_000]);
  });
});
