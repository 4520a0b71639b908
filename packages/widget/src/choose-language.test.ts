import { expect } from '@open-wc/testing';
import { chooseLanguage } from './choose-language.js';

describe('the language of the page', () => {
  for (const [wanted, lang, dir] of [
    [['de-AT', 'en'], 'de-AT', 'ltr'],
    [['hr', 'de'], 'de', 'ltr'],
    [['ar-EG'], 'ar-EG', 'rtl'],
    [['AR'], 'AR', 'rtl'],
    [['en-GB', 'ar'], 'en-GB', 'ltr'],
    [['hr', 'fr'], 'en', 'ltr'],
    [[], 'en', 'ltr'],
  ] as const)
    it(`is ${lang} for somebody who reads ${wanted.join(', ') || 'nothing'}`, () =>
      expect(chooseLanguage(wanted)).to.deep.equal({ lang, dir }));
});
