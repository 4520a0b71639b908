import { expect } from '@open-wc/testing';
import { estimateWords } from './estimate-words.js';

describe('how long a customer may wait still', () => {
  for (const [leftMs, words] of [
    [-30_000, { key: 'waiting.soon' }],
    [0, { key: 'waiting.soon' }],
    [60_000, { key: 'waiting.soon' }],
    [60_001, { key: 'waiting.minutes', count: 2 }],
    [120_000, { key: 'waiting.minutes', count: 2 }],
    [900_000, { key: 'waiting.minutes', count: 15 }],
  ] as const)
    it(`is ${'count' in words ? `${words.count} minutes` : 'soon'} with ${leftMs} ms to go`, () => {
      expect(estimateWords({ expectedAt: 1_000_000 + leftMs }, 1_000_000)).to.deep.equal(words);
    });

  it('is not said where nobody knows', () => {
    expect(estimateWords({ expectedAt: null }, 0)).to.equal(null);
    expect(estimateWords({}, 0)).to.equal(null);
  });
});
