import { expect } from '@open-wc/testing';
import type { WrapUpFieldKind } from '@carillon/contract';
import { outcomeOf, textOf } from './draft.js';

const outcome = (kind: WrapUpFieldKind, text: string, bad = false) =>
  outcomeOf({ key: 'a', kind, label: 'A', required: false, choices: kind === 'choice' ? ['Bill'] : [] }, { text, bad });

describe('what stands in a field', () => {
  for (const [kind, text, value] of [
    ['text', ' Router ', 'Router'],
    ['long-text', 'one\ntwo', 'one\ntwo'],
    ['long-text', 'x'.repeat(2_000), 'x'.repeat(2_000)],
    ['number', '-1.5', -1.5],
    ['yes-no', 'yes', true],
    ['yes-no', 'no', false],
    ['choice', 'Bill', 'Bill'],
    ['date', '2028-02-29', '2028-02-29'],
  ] as const)
    it(`is an answer: ${kind} ${JSON.stringify(text).slice(0, 20)}`, () => {
      expect(outcome(kind, text)).to.deep.equal({ is: 'answer', value });
      expect(outcome(kind, textOf(value))).to.deep.equal({ is: 'answer', value });
    });

  for (const kind of ['text', 'long-text', 'number', 'yes-no', 'choice', 'date'] as const)
    it(`is nothing while it is empty: ${kind}`, () => {
      expect(outcome(kind, ' ')).to.deep.equal({ is: 'nothing' });
      expect(outcome(kind, textOf(undefined))).to.deep.equal({ is: 'nothing' });
    });

  for (const [kind, text, bad, wrong] of [
    ['text', 'x'.repeat(301), false, { why: 'form.too-long', most: 300 }],
    ['long-text', 'x'.repeat(2_001), false, { why: 'form.too-long', most: 2_000 }],
    ['text', 'a\u202Eb', false, { why: 'form.unreadable' }],
    ['number', '', true, { why: 'form.not-a-number' }],
    ['date', '', true, { why: 'form.not-a-day' }],
    ['date', '2027-02-30', false, { why: 'form.not-a-day' }],
  ] as const)
    it(`says why it is none: ${kind} ${JSON.stringify(text).slice(0, 20)}`, () =>
      expect(outcome(kind, text, bad)).to.deep.equal({ is: 'wrong', ...wrong }));
});
