import { expect, fixture, html } from '@open-wc/testing';
import type { Message } from './dictionary.js';
import { english } from './english.js';
import { formatDuration } from './format-duration.js';
import { formatMessage } from './format-message.js';
import { directionOf, langOf, toLocale } from './locale-of.js';
import { findString, onStrings, registerStrings } from './strings.js';

describe('filling a message', () => {
  it('puts values where their names stand', () => {
    expect(formatMessage('{name} is in {place}', { name: 'Ana', place: 'Zagreb' }, 'en')).to.equal('Ana is in Zagreb');
  });

  it('leaves an unknown name as it stands', () => {
    expect(formatMessage('Hello {nobody}', {}, 'en')).to.equal('Hello {nobody}');
  });

  it('does not read braces in a value', () => {
    expect(formatMessage('{a}', { a: '{b}', b: 'no' }, 'en')).to.equal('{b}');
  });

  it('writes numbers as the locale does', () => {
    expect(formatMessage('{count}', { count: 12345 }, 'de')).to.equal('12.345');
  });

  for (const [locale, count, words] of [
    ['en', 1, '1 call'],
    ['en', 0, '0 calls'],
    ['en', 2, '2 calls'],
    ['ar', 2, 'two'],
    ['ar', 3, 'a few'],
  ] as const)
    it(`takes the plural form of ${count} in ${locale}`, () => {
      const message = { one: '{count} call', two: 'two', few: 'a few', other: '{count} calls' };
      expect(formatMessage(message, { count }, locale)).to.equal(words);
    });
});

describe('the sentences of a language', () => {
  it('are found by the exact language first, then by its parent', () => {
    registerStrings('xa', { 'test.a': 'parent', 'test.b': 'parent' });
    registerStrings('xa-XA', { 'test.a': 'exact' });
    expect([findString('xa-XA', 'test.a'), findString('xa-XA', 'test.b'), findString('xa', 'test.c')]).to.deep.equal([
      'exact',
      'parent',
      undefined,
    ]);
  });

  it('are loaded once, when one is first looked for, and those who wait are told', async () => {
    let loads = 0;
    registerStrings('xb', () => (loads++, Promise.resolve({ 'test.a': 'loaded' })));
    expect(loads).to.equal(0);
    const arrived = new Promise<void>((done) => {
      const stop = onStrings(() => {
        stop();
        done();
      });
    });
    expect(findString('xb', 'test.a')).to.equal(undefined);
    findString('xb', 'test.b');
    await arrived;
    expect(findString('xb', 'test.a')).to.equal('loaded');
    expect(loads).to.equal(1);
  });

  it('stay English when they cannot be loaded', async () => {
    const failure = Promise.reject(new Error('offline'));
    registerStrings('xc', () => failure);
    expect(findString('xc', 'test.a')).to.equal(undefined);
    await failure.catch(() => undefined);
    expect(findString('xc', 'test.a')).to.equal(undefined);
  });

  it('ask and say, and never shout or blame', () => {
    for (const [key, message] of Object.entries<Message>(english))
      expect(JSON.stringify(message), key).not.to.match(/!|oops|sorry/i);
  });
});

describe('the language of an element', () => {
  it('is the nearest lang, through shadow roots', async () => {
    const outer = await fixture<HTMLElement>(html`<div lang="de"><p></p></div>`);
    const shadow = (outer.firstElementChild as HTMLElement).attachShadow({ mode: 'open' });
    const inner = document.createElement('b');
    shadow.append(inner);
    expect(langOf(inner)).to.equal('de');
    inner.lang = 'ar';
    expect(langOf(inner)).to.equal('ar');
    inner.lang = '';
    expect(langOf(inner)).to.equal('de');
  });

  it('is nothing for what is nowhere', () => {
    expect(langOf(document.createElement('b'))).to.equal('');
  });

  for (const [lang, locale] of [
    ['de_at', 'de-AT'],
    ['', 'en'],
    ['not a language', 'en'],
  ] as const)
    it(`reads "${lang}" as ${locale}`, () => expect(toLocale(lang)).to.equal(locale));

  it('decides the direction', () => {
    expect(['ar-EG', 'he', 'en', 'de-DE'].map(directionOf)).to.deep.equal(['rtl', 'rtl', 'ltr', 'ltr']);
  });
});

describe('a duration', () => {
  for (const [ms, words] of [
    [-1, '0:00'],
    [0, '0:00'],
    [999, '0:00'],
    [7_000, '0:07'],
    [754_999, '12:34'],
    [3_599_999, '59:59'],
    [3_600_000, '1:00:00'],
    [90_061_000, '25:01:01'],
  ] as const)
    it(`of ${ms} ms reads ${words}`, () => expect(formatDuration(ms)).to.equal(words));
});
