import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createTestDeps, type TestBench } from '../testing/create-test-deps.js';
import { earliestTimers } from './due-timers.js';
import { runTimer } from './run-timer.js';
import { claimTimer, setTimer, type Timer } from './timer.js';

describe('running a due timer', () => {
  let bench: TestBench;
  let timer: Timer;
  beforeEach(async () => {
    bench = await createTestDeps({ now: 1_000 });
    await bench.deps.db.tx((q) => setTimer(q, 'ring', 'a', 5));
    [timer] = (await left()) as [Timer];
  });
  afterEach(() => bench.close());
  const left = () => earliestTimers(bench.deps.db, 9);

  it('is done when its handler claimed it', async () => {
    const ring = async () => {
      await bench.deps.db.tx((q) => claimTimer(q, timer));
    };
    await runTimer(bench.deps, { ring }, timer);
    assert.deepEqual([await left(), bench.log.lines], [[], []]);
  });

  it('is done when its handler moved it', async () => {
    const ring = async () => bench.deps.db.tx((q) => setTimer(q, 'ring', 'a', 2_000));
    await runTimer(bench.deps, { ring }, timer);
    assert.deepEqual([(await left()).map(({ dueAt }) => dueAt), bench.log.lines], [[2_000], []]);
  });

  it('is done when its handler claimed it and set it for the same moment again', async () => {
    const ring = async () => bench.deps.db.tx((q) => setTimer(q, 'ring', 'a', 5));
    await runTimer(bench.deps, { ring }, timer);
    assert.deepEqual([(await left()).map(({ dueAt }) => dueAt), bench.log.lines], [[5], []]);
  });

  it('puts it off when its handler throws, even something that is no error', async () => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- code of others may reject with anything
    const ring = () => Promise.reject('a word');
    await runTimer(bench.deps, { ring }, timer);
    assert.deepEqual(await left(), [{ ...timer, dueAt: 1_250, tries: 1 }]);
    assert.equal(bench.log.lines[0]?.event, 'timer_failed');
  });

  it('keeps a claim and its effect together: a handler that fails after the claim runs again', async () => {
    const ring = async () => {
      await bench.deps.db.tx(async (q) => {
        await claimTimer(q, timer);
        throw new Error('effect');
      });
    };
    await runTimer(bench.deps, { ring }, timer);
    assert.deepEqual(
      (await left()).map(({ dueAt }) => dueAt),
      [1_250],
    );
  });
});
