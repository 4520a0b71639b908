import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DisplayName, isBlank, maskCardNumbers, Note } from './text.js';

const name = (value: unknown) => DisplayName.safeParse(value);

describe('a display name', () => {
  for (const [title, value, kept] of [
    ['is kept as typed', 'Ana Kovač', 'Ana Kovač'],
    ['is trimmed', '  Ana  ', 'Ana'],
    ['is composed to NFC', 'Zoe\u0308', 'Zoë'],
    ['may be Arabic with its vowel signs', 'مُحَمَّد', 'مُحَمَّد'],
    ['may stack combining marks', 'á\u0301\u0301', 'á\u0301\u0301'],
    ['may look like markup, which stays text', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['may be an emoji family held together by joiners', '👩\u200d👧', '👩\u200d👧'],
    ['may have 100 characters', 'ä'.repeat(100), 'ä'.repeat(100)],
    ['counts characters, not UTF-16 units', '😀'.repeat(100), '😀'.repeat(100)],
  ] as const) {
    it(title, () => assert.equal(name(value).data, kept));
  }

  for (const [title, value] of [
    ['empty', ''],
    ['white space', '   '],
    ['zero-width characters only', '\u200b\u200b'],
    ['a braille blank', '\u2800'],
    ['a NUL', '\0abc'],
    ['a bell', 'abc\u0007'],
    ['a line break', 'line1\nline2'],
    ['a carriage return', 'a\rb'],
    ['a line separator', 'a\u2028b'],
    ['a right-to-left override', '\u202eevil'],
    ['a lone surrogate', 'a\ud800'],
    ['101 characters', 'ä'.repeat(101)],
    ['a number', 7],
    ['null', null],
    ['an array', ['Ana']],
  ] as const) {
    it(`is refused when it is or holds ${title}`, () => assert.equal(name(value).success, false));
  }
});

describe('isBlank', () => {
  it('is true for what cannot be seen and false for anything else', () => {
    assert.deepEqual(['', ' \u00a0', '\u3164', '\u200d', '.', 'a '].map(isBlank), [
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('a note', () => {
  it('keeps lines and tabs', () => assert.equal(Note.parse('a\n\tb'), 'a\n\tb'));
  it('may be empty', () => assert.equal(Note.parse(''), ''));
  it('may have 10,000 characters and no more', () => {
    assert.equal(Note.safeParse('😀'.repeat(10_000)).success, true);
    assert.equal(Note.safeParse('a'.repeat(10_001)).success, false);
  });
  it('is refused with a control character', () => assert.equal(Note.safeParse('a\u0007').success, false));
  it('masks a card number and keeps its last four digits', () =>
    assert.equal(Note.parse('card 4111 1111 1111 1111 ok'), 'card •••• 1111 ok'));
});

describe('maskCardNumbers', () => {
  for (const [title, text, masked] of [
    ['hides 16 digits that pass Luhn', '5555555555554444', '•••• 4444'],
    ['hides them with dashes', '4242-4242-4242-4242', '•••• 4242'],
    ['leaves digits that fail Luhn', '4111 1111 1111 1112', '4111 1111 1111 1112'],
    ['leaves a telephone number', '+385 1 234 5678', '+385 1 234 5678'],
    ['leaves an order number of 12 digits', '123456789012', '123456789012'],
  ] as const) {
    it(title, () => assert.equal(maskCardNumbers(text), masked));
  }
});
