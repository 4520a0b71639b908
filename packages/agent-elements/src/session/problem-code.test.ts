import { expect } from '@open-wc/testing';
import { problemCode, problemSubject } from './problem-code.js';

describe('the code of what was thrown', () => {
  for (const [title, thrown, code] of [
    ['a refusal of the server', Object.assign(new Error(), { code: 'offer_taken' }), 'offer_taken'],
    ['a lost connection', new TypeError('Failed to fetch'), 'unreachable'],
    ['a number', { code: 20 }, 'unreachable'],
    ['nothing', undefined, 'unreachable'],
    ['null', null, 'unreachable'],
  ] as const)
    it(`is "${code}" for ${title}`, () => expect(problemCode(thrown)).to.equal(code));
});

describe('who answered instead', () => {
  it('is read from the refusal, or from the problem in it', () => {
    expect(problemSubject({ answeredBy: 'Ben' })).to.equal('Ben');
    expect(problemSubject({ problem: { answeredBy: 'Ben' } })).to.equal('Ben');
  });

  it('is nobody where nobody is named', () => {
    for (const thrown of [null, new Error('a'), { answeredBy: undefined }])
      expect(problemSubject(thrown)).to.equal(null);
  });
});
