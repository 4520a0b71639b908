import type { JoinView } from '@carillon/contract';
import { expect } from '@open-wc/testing';
import { joinView } from '../testing/link-fixtures.js';
import { ownWords } from './own-words.js';

const texts = {
  en: { used: 'en' },
  de: { used: 'de' },
  'de-CH': { used: 'de-CH' },
  fr: { used: 'fr' },
  'es-419': { used: 'es-419' },
  'zh-TW': { used: 'zh-TW' },
};
const browser = (language: string): JoinView['language'] => ({ mode: 'browser', language });
const preset = (language: string): JoinView['language'] => ({ mode: 'preset', language });

describe('the company’s own texts', () => {
  for (const [locale, language, found] of [
    ['de', browser('en'), 'de'],
    ['de-AT', browser('en'), 'de'],
    ['de-CH', browser('en'), 'de-CH'],
    ['ar', browser('fr'), 'fr'],
    ['ar', browser('it'), undefined],
    ['en', preset('fr'), 'fr'],
    ['en', preset('it'), 'en'],
    ['es-MX', browser('en'), 'es-419'],
    ['zh-HK', browser('en'), 'zh-TW'],
    ['zh-CN', browser('en'), 'en'],
    ['de', undefined, 'de'],
  ] as const)
    it(`on a page in ${locale} of a link in ${JSON.stringify(language ?? null)} are those in ${String(found)}`, () =>
      expect(ownWords(joinView({ texts, ...(language && { language }) }), locale).used).to.equal(found));

  it('are none where the link has none, or is not known yet', () => {
    expect(ownWords(joinView(), 'en')).to.deep.equal({});
    expect(ownWords(null, 'en')).to.deep.equal({});
  });
});
