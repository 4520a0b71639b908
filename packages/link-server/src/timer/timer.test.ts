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
  const set = (ref: string, dueAt: number) => bench.deps.db.tx((q) => setTimer(q, 'ring', ref, dueAt));
  const find = async (ref: string) => (await earliestTimers(bench.deps.db, 100)).find((timer) => timer.ref === ref);
  const claim = (timer: Timer) => bench.deps.db.tx((q) => claimTimer(q, timer));

  it('is set once for a kind and ref; setting it again moves it', async () => {
    const ref = newRef();
    await set(ref, 5);
    await set(ref, 9);
    assert.deepEqual(await find(ref), { kind: 'ring', ref, dueAt: 9, tries: 0 });
  });

  it('is another one for another kind', async () => {
    const ref = newRef();
    await set(ref, 5);
    await bench.deps.db.tx((q) => setTimer(q, 'lease', ref, 6));
    const timers = (await earliestTimers(bench.deps.db, 100)).filter((timer) => timer.ref === ref);
    assert.deepEqual(timers.map(({ kind }) => kind), ['ring', 'lease']);
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
    const timer = { kind: 'ring', ref: newRef(), dueAt: 5, tries: 0 };
    await set(timer.ref, 5);
    const claims = await Promise.all(Array.from({ length: 50 }, () => claim(timer)));
    assert.equal(claims.filter(Boolean).length, 1);
  });

  it('is not claimed by who read it before it was moved', async () => {
    const timer = { kind: 'ring', ref: newRef(), dueAt: 5, tries: 0 };
    await set(timer.ref, 6);
    assert.equal(await claim(timer), false);
    assert.equal((await find(timer.ref))?.dueAt, 6);
  });

  it('stands again when the transaction that claimed it fails', async () => {
    const timer = { kind: 'ring', ref: newRef(), dueAt: 5, tries: 0 };
    await set(timer.ref, 5);
    const failing = bench.deps.db.tx(async (q) => {
      assert.equal(await claimTimer(q, timer), true);
      throw new Error('effect failed');
    });
    await assert.rejects(failing, /effect failed/);
    assert.deepEqual(await find(timer.ref), timer);
  });

  it('is put off after a failure, unless it was moved meanwhile', async () => {
    const timer = { kind: 'ring', ref: newRef(), dueAt: 5, tries: 2 };
    await set(timer.ref, 5);
    assert.equal(await bench.deps.db.tx((q) => postponeTimer(q, timer, 100)), true);
    assert.deepEqual(await find(timer.ref), { ...timer, dueAt: 1_100, tries: 3 });
    assert.equal(await bench.deps.db.tx((q) => postponeTimer(q, timer, 100)), false);
  });

  it('starts its count of failures anew when it is set again', async () => {
    const timer = { kind: 'ring', ref: newRef(), dueAt: 5, tries: 2 };
    await set(timer.ref, 5);
    await bench.deps.db.tx((q) => postponeTimer(q, timer, 100));
    await set(timer.ref, 7);
    assert.equal((await find(timer.ref))?.tries, 0);
  });

  it('waits longer each time, 30 seconds at most', () => {
    assert.deepEqual([0, 1, 2, 6, 7, 40].map(backoffMs), [250, 500, 1_000, 16_000, 30_000, 30_000]);
  });
});
