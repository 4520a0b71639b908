import { expect } from '@open-wc/testing';
import { callLog } from '../localize/en/call-log.js';
import { strings } from '../localize/strings.js';
import { answerWords } from './answer-words.js';

const t = { log: (key: keyof typeof callLog) => callLog[key], agent: (key: keyof typeof strings) => strings[key] };

describe('an answer of a form in words', () => {
  for (const [kind, value, locale, words] of [
    ['yes-no', true, 'en', 'Yes'],
    ['yes-no', false, 'en', 'No'],
    ['number', 1234567.25, 'en', '1234567.25'],
    ['number', 1234567.25, 'de', '1234567,25'],
    ['date', '2027-03-01', 'en', 'Mar 1, 2027'],
    ['date', '2027-03-01', 'de', '01.03.2027'],
    ['choice', 'Bill', 'de', 'Bill'],
    ['text', '2027-03-01', 'de', '2027-03-01'],
    ['long-text', 'one\ntwo', 'en', 'one\ntwo'],
  ] as const)
    it(`is ${JSON.stringify(words)} of the kind ${kind} in ${locale}`, () =>
      expect(answerWords({ key: 'a', kind, label: { en: 'Reason', de: 'Grund' }, value }, locale, t)).to.deep.equal({
        label: locale === 'de' ? 'Grund' : 'Reason',
        value: words,
      }));
});
