import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { systemScheduler } from './scheduler.js';

describe('the system scheduler', () => {
  it('calls back once after the delay, and not when it is called off', async () => {
    let cancelled = 0;
    const cancel = systemScheduler.after(1, () => cancelled++);
    cancel();
    const keepAlive = setInterval(() => {}, 1_000);
    await new Promise<void>((resolve) => systemScheduler.after(2, resolve));
    clearInterval(keepAlive);
    assert.equal(cancelled, 0);
  });
});
