import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eachOnce } from './each-once.js';

it('tells a list that names something twice', () => {
  assert.deepEqual([[], ['a'], ['a', 'b'], ['a', 'A'], ['a', 'b', 'a'], [1, 1]].map(eachOnce), [
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
});
