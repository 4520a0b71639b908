import { languages } from '@carillon/call';
import { translationFaults } from '@carillon/call/testing';
import { expect } from '@open-wc/testing';
import { strings } from './strings.js';
import { translations } from './translations.js';

/** Words that a language has from English, or English from it. */
const same: Readonly<Record<string, readonly string[]>> = { de: ['notice.code'] };

describe('the sentences of the customer, in thirteen languages', () => {
  it('are those that a link may be set to', () =>
    expect(Object.keys(translations).sort()).to.deep.equal(languages.filter((tag) => tag !== 'en').sort()));

  for (const [locale, load] of Object.entries(translations))
    it(`are all there in ${locale}, filled with the same values, in the plural forms of the language`, async () => {
      const faults = translationFaults(strings, await load(), locale, same[locale]);
      expect(faults).to.deep.equal([]);
    });

  it('say nothing with an exclamation mark, and no "oops"', () => {
    for (const [key, message] of Object.entries(strings)) expect(JSON.stringify(message), key).not.to.match(/!|oops/i);
  });
});
