import { expect } from '@open-wc/testing';
import { positionWords } from './position-words.js';

describe('a place in the line', () => {
  for (const [position, words] of [
    [null, { key: 'waiting.unknown' }],
    [0, { key: 'waiting.unknown' }],
    [1, { key: 'waiting.next' }],
    [2, { key: 'waiting.second' }],
    [3, { key: 'waiting.third' }],
    [4, { key: 'waiting.position', count: 4 }],
    [1200, { key: 'waiting.position', count: 1200 }],
  ] as const)
    it(`${position} is ${words.key}`, () => expect(positionWords({ position })).to.deep.equal(words));
});
