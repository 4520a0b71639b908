import { expect } from '@open-wc/testing';
import { chooseLanguage, languageOfLink } from './choose-language.js';

describe('the language of the page', () => {
  for (const [wanted, lang, dir] of [
    [['de-AT', 'en'], 'de-AT', 'ltr'],
    [['hr', 'de'], 'de', 'ltr'],
    [['ar-EG'], 'ar-EG', 'rtl'],
    [['AR'], 'AR', 'rtl'],
    [['hr', 'fi'], 'en', 'ltr'],
    [['hr', 'fr-CA'], 'fr-CA', 'ltr'],
    [['zh-HK'], 'zh-HK', 'ltr'],
    [['pt-PT', 'en'], 'pt-PT', 'ltr'],
    [[], 'en', 'ltr'],
  ] as const)
    it(`is ${lang} for a reader of ${wanted.join(', ') || 'nothing'}`, () =>
      expect(chooseLanguage(wanted)).to.deep.equal({ lang, dir }));

  for (const [mode, language, wanted, lang] of [
    ['preset', 'ar', ['de', 'en'], 'ar'],
    ['preset', 'hr', ['de'], 'en'],
    ['preset', 'zh-TW', ['de'], 'zh-TW'],
    ['browser', 'de', ['ar-EG'], 'ar-EG'],
    ['browser', 'de', ['hr', 'fi'], 'de'],
    ['browser', 'fi', ['hr'], 'en'],
  ] as const)
    it(`is ${lang} where the link says ${mode} ${language} and the reader reads ${wanted.join(', ')}`, () =>
      expect(languageOfLink({ mode, language }, wanted).lang).to.equal(lang));
});
