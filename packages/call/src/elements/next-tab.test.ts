import { expect } from '@open-wc/testing';
import { nextTab } from './next-tab.js';

const tabs = ['a', 'b', 'c'] as const;

describe('the next tab', () => {
  for (const [key, from, ltr, rtl] of [
    ['ArrowRight', 'a', 'b', 'c'],
    ['ArrowRight', 'c', 'a', 'b'],
    ['ArrowLeft', 'a', 'c', 'b'],
    ['ArrowLeft', 'b', 'a', 'c'],
    ['Home', 'c', 'a', 'a'],
    ['End', 'a', 'c', 'c'],
    ['Enter', 'a', undefined, undefined],
    ['ArrowDown', 'a', undefined, undefined],
  ] as const)
    it(`is ${ltr ?? 'none'} by ${key} from ${from}, from the right ${rtl ?? 'none'}`, () => {
      expect(nextTab(tabs, from, key, false)).to.equal(ltr);
      expect(nextTab(tabs, from, key, true)).to.equal(rtl);
    });

  it('is itself where there is one', () => expect(nextTab(['a'], 'a', 'ArrowRight', false)).to.equal('a'));
});
