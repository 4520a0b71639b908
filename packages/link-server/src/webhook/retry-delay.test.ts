import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { retryDelayMs } from './retry-delay.js';

describe('the pause before a webhook is sent again', () => {
  const pauses = Array.from({ length: 9 }, (_, index) => retryDelayMs(index + 1, 0) ?? 0);

  it('grows from seconds to a day, over about three days', () => {
    assert.deepEqual([pauses[0], pauses.at(-1)], [5_000, 86_400_000]);
    assert.deepEqual(
      pauses,
      [...pauses].sort((a, b) => a - b),
    );
    const days = pauses.reduce((sum, pause) => sum + pause, 0) / 86_400_000;
    assert.ok(days > 3 && days < 3.3, String(days));
  });

  it('is up to a tenth longer, by chance', () => {
    assert.deepEqual([retryDelayMs(1, 0.5), retryDelayMs(1, 1)], [5_250, 5_500]);
  });

  it('ends', () => assert.deepEqual([retryDelayMs(10, 0), retryDelayMs(11, 0)], [null, null]));
});
