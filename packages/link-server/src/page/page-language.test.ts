import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createHttpBench, type HttpBench } from '../testing/http-bench.js';
import { pageLanguage } from './page-language.js';
import { pageWords } from './page-words.js';

describe('the language of the page before any script runs', () => {
  for (const [accepted, lang] of [
    ['', 'en'],
    ['de-AT,de;q=0.9,en;q=0.8', 'de'],
    ['hr,de;q=0.5,fr;q=0.7', 'fr'],
    ['fi;q=1, pt-PT;q=0.2', 'pt'],
    ['ar-EG', 'ar'],
    ['zh-CN', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK;q=0.8,ja;q=0.7', 'zh-Hant'],
    ['de;q=0,sv', 'sv'],
    ['*', 'en'],
    ['constructor', 'en'],
    [',;q=,,---,<script>', 'en'],
    [`${'x-'.repeat(5000)},de`, 'en'],
  ] as const)
    it(`is ${lang} for "${accepted.slice(0, 40)}"`, () => assert.equal(pageLanguage(accepted).lang, lang));

  it('is written from the right in Arabic alone', () =>
    assert.deepEqual(
      ['ar', 'de', 'ja'].map(pageLanguage).map(({ dir }) => dir),
      ['rtl', 'ltr', 'ltr'],
    ));
});

describe('the words of the page before any script runs', () => {
  it('are there in every language that the page’s script speaks, each its own', () => {
    const spoken = ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'pt', 'ru', 'sv', 'tr', 'zh-Hans', 'zh-Hant'];
    assert.deepEqual(Object.keys(pageWords), spoken);
    for (const key of Object.keys(pageWords.en) as (keyof typeof pageWords.en)[]) {
      const said = Object.values(pageWords).map((words) => words[key]);
      assert.equal(new Set(said).size, spoken.length, key);
      for (const sentence of said) assert.doesNotMatch(sentence, /[<>&"]/, 'it is put into markup as it is');
    }
  });
});

describe('the page of a link, for a reader', () => {
  let bench: HttpBench;
  before(async () => (bench = await createHttpBench()));
  after(() => bench.close());

  it('says in their language that it needs scripts, and hidden, that they have not come, the same for every code (E-16)', async () => {
    const asked = { headers: { 'accept-language': 'ar-AE,en;q=0.5' } };
    const pages = await Promise.all([await bench.newLink(), 'x'].map((code) => bench.ask(`/j/${code}`, asked)));
    for (const { text } of pages) {
      assert.match(text, /^<!doctype html>\n<html lang="ar" dir="rtl">/);
      assert.match(text, /<noscript>تحتاج[^<]*<\/noscript>/);
      assert.match(text, /<main id="failed" hidden>\s*<div role="alert">\s*<h1>تعذر[^<]*<\/h1>\s*<p>تحقق[^<]*<\/p>/);
      assert.match(text, /<a href="">حاول[^<]*<\/a>/);
    }
    assert.equal(pages[0]?.text, pages[1]?.text);
  });
});
