import { expect } from '@open-wc/testing';
import { english } from './english.js';
import { isSpoken, languages } from './languages.js';
import { localeChain, readAlike } from './locale-chain.js';
import { directionOf } from './locale-of.js';
import { findString, onStrings } from './strings.js';
import { registerLanguages } from './register-languages.js';
import { translationFaults } from './testing/translation-faults.js';
import { translations } from './translations.js';

/** Words that a language has from English, or English from it. */
const same: Readonly<Record<string, readonly string[]>> = {
  de: ['permission.code'],
  fr: ['chat.label'],
};

describe('the sentences of the call, in thirteen languages', () => {
  it('are those that a link may be set to', () => {
    expect(Object.keys(translations).sort()).to.deep.equal(languages.filter((tag) => tag !== 'en').sort());
    expect(languages).to.have.length(13);
  });

  for (const [locale, load] of Object.entries(translations))
    it(`are all there in ${locale}, filled with the same values, in the plural forms of the language`, async () =>
      expect(translationFaults(english, await load(), locale, same[locale])).to.deep.equal([]));

  it('are loaded when somebody reads the language, and only that one', async () => {
    registerLanguages();
    const arrived = new Promise<void>((done) => {
      const stop = onStrings(() => {
        if (!findString('zh-HK', 'mic.mute')) return;
        stop();
        done();
      });
    });
    expect(findString('zh-HK', 'mic.mute')).to.equal(undefined);
    await arrived;
    expect(findString('zh-HK', 'mic.mute')).to.equal('靜音');
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(loaded.some((name) => name.includes('/localize/zh-hant'))).to.equal(true);
  });
});

describe('what a language falls back to', () => {
  for (const [locale, chain] of [
    ['de', ['de']],
    ['DE-at', ['DE-at', 'de']],
    ['pt-PT', ['pt-PT', 'pt']],
    ['zh', ['zh', 'zh-Hans']],
    ['zh-SG', ['zh-SG', 'zh-Hans', 'zh']],
    ['zh-TW', ['zh-TW', 'zh-Hant', 'zh']],
    ['zh-Hant-HK', ['zh-Hant-HK', 'zh-Hant', 'zh']],
    ['not a language', ['not a language']],
  ] as const)
    it(`is ${chain.join(', ')} for ${locale}`, () => expect(localeChain(locale)).to.deep.equal(chain));
});

describe('two languages', () => {
  for (const [one, other, alike] of [
    ['es-MX', 'es-419', true],
    ['zh-HK', 'zh-TW', true],
    ['zh-HK', 'zh-Hans', false],
    ['zh', 'zh-CN', true],
    ['de', 'de-CH', true],
    ['sv', 'de', false],
    ['zh-Hans-HK', 'zh-MO', false],
  ] as const)
    it(`${one} and ${other} are ${alike ? '' : 'not '}read alike`, () =>
      expect([readAlike(one, other), readAlike(other, one)]).to.deep.equal([alike, alike]));
});

describe('a language that we speak', () => {
  for (const locale of ['en-IE', 'ar-AE', 'es-419', 'es-ES', 'pt-BR', 'zh-TW', 'zh-HK', 'zh-CN', 'JA'])
    it(`is ${locale}`, () => expect(isSpoken(locale)).to.equal(true));

  for (const locale of ['hr', 'he', 'x', 'not a language', ''])
    it(`is not ${locale || 'nothing'}`, () => expect(isSpoken(locale)).to.equal(false));

  it('is written from the right in Arabic alone', () =>
    expect(languages.filter((tag) => directionOf(tag) === 'rtl')).to.deep.equal(['ar']));
});
