import { expect } from '@open-wc/testing';
import { ar } from './ar.js';
import { de } from './de.js';
import { strings } from './strings.js';

/** A language has as many plural forms as it has: what counts is which values they take. */
const names = (message: unknown) =>
  [...new Set([...JSON.stringify(message).matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();

for (const [language, dictionary] of Object.entries({ de, ar }))
  describe(`the sentences in ${language}`, () => {
    it('are those of English, no more and no less', () =>
      expect(Object.keys(dictionary).sort()).to.deep.equal(Object.keys(strings).sort()));

    it('are filled with the same values', () => {
      for (const [key, message] of Object.entries(strings))
        expect(names(dictionary[key as keyof typeof strings]), key).to.deep.equal(names(message));
    });

    it('are translated', () => {
      const same = Object.entries(strings).filter(
        ([key, message]) => dictionary[key as keyof typeof strings] === message,
      );
      expect(same.map(([key]) => key).filter((key) => key !== 'link.title' && key !== 'notice.code')).to.deep.equal([]);
    });
  });

describe('every sentence', () => {
  it('ends without an exclamation mark and says no "oops"', () => {
    for (const [key, message] of Object.entries(strings)) expect(message, key).not.to.match(/!|oops/i);
  });
});
