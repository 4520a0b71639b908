import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { byteRange } from './byte-range.js';

describe('a range of bytes', () => {
  for (const [header, expected] of [
    ['bytes=0-', { first: 0, last: 9 }],
    ['bytes=0-1', { first: 0, last: 1 }],
    ['bytes=9-9', { first: 9, last: 9 }],
    ['bytes=4-99', { first: 4, last: 9 }],
    ['bytes=-3', { first: 7, last: 9 }],
    ['bytes=-99', { first: 0, last: 9 }],
    ['bytes=10-', 'outside'],
    ['bytes=99-200', 'outside'],
    ['bytes=-0', 'outside'],
    ['bytes=5-4', null],
    ['bytes=-', null],
    ['bytes=0-1,4-5', null],
    ['bytes=a-b', null],
    ['bytes=1e3-', null],
    ['lines=0-1', null],
    [undefined, null],
  ] as const)
    it(`${String(header)} of ten: ${JSON.stringify(expected)}`, () =>
      assert.deepEqual(byteRange(header, 10), expected));

  it('of nothing is outside, whatever it is', () => {
    for (const header of ['bytes=0-', 'bytes=0-0', 'bytes=-1']) assert.equal(byteRange(header, 0), 'outside');
  });
});
