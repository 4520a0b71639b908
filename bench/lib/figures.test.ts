import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { quantile, spread } from './figures.js';

describe('spread', () => {
  it('sorts by value, not by text', () =>
    assert.deepEqual(spread([100, 20, 3]), { n: 3, min: 3, median: 20, p95: 100, max: 100 }));
  it('takes the nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
    assert.equal(quantile(hundred, 0.95), 95);
    assert.equal(quantile(hundred, 0.5), 50);
    assert.equal(quantile([7], 0.95), 7);
  });
  it('says so when there is nothing to measure', () => assert.throws(() => spread([]), RangeError));
});
