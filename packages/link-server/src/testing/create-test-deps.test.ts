import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { claimTimer, setTimer } from '../timer/timer.js';
import type { TimerHandler } from '../timer/timer-handler.js';
import { createTestDeps } from './create-test-deps.js';

describe('the test bench', () => {
  it('handles every timer exactly when it is due, also those set on the way', async () => {
    const heard: string[] = [];
    const tick: TimerHandler = async ({ db, now }, timer) => {
      await db.tx(async (q) => {
        if (!(await claimTimer(q, timer))) return;
        heard.push(`${timer.ref}@${now()}`);
        if (timer.ref === 'a') await setTimer(q, 'tick', 'c', now() + 7);
      });
    };
    const bench = await createTestDeps({ now: 1_000, timerHandlers: { tick } });
    await bench.deps.db.tx(async (q) => {
      await setTimer(q, 'tick', 'b', 1_020);
      await setTimer(q, 'tick', 'a', 1_010);
      await setTimer(q, 'tick', 'late', 1_031);
    });
    await bench.advance(30);
    assert.deepEqual(heard, ['a@1010', 'c@1017', 'b@1020']);
    assert.equal(bench.clock.now(), 1_030);
    await bench.advance(1);
    assert.deepEqual(heard.at(-1), 'late@1031');
    await bench.close();
  });

  it('gives up on timers that set each other for ever', async () => {
    const again: TimerHandler = async ({ db, now }, timer) => {
      await db.tx(async (q) => {
        await claimTimer(q, timer);
        await setTimer(q, 'again', timer.ref, now());
      });
    };
    const bench = await createTestDeps({ timerHandlers: { again } });
    await bench.deps.db.tx((q) => setTimer(q, 'again', 'x', bench.clock.now()));
    await assert.rejects(bench.settle(), /keep setting/);
    await bench.close();
  });

  it('takes settings of the test, and the limits of the contract for the rest', async () => {
    const bench = await createTestDeps({ settings: { ringMs: 5 } });
    assert.deepEqual([bench.deps.settings.ringMs, bench.deps.settings.absentMs], [5, 120_000]);
    await bench.close();
  });
});
