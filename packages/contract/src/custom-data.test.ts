import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CustomData, maxCustomDataBytes } from './custom-data.js';

const accepts = (data: unknown) => CustomData.safeParse(data).success;
const nest = (depth: number): unknown => (depth === 0 ? 1 : { a: nest(depth - 1) });
/** `{"a":"…"}` of exactly so many bytes. */
const sized = (bytes: number, letter = 'x') => ({
  a: letter.repeat(Math.floor((bytes - 8) / Buffer.byteLength(letter))),
});

describe('what a link carries', () => {
  it('is JSON, kept as it is', () => {
    const data = { order: 'A-1', amount: 12.5, tags: ['a', null, true], deep: { er: {} }, ключ: '„…“ 🎉' };
    assert.deepEqual(CustomData.parse(data), data);
  });

  for (const [title, data, good] of [
    ['nothing', {}, true],
    ['4 kB', sized(maxCustomDataBytes), true],
    ['a byte more', sized(maxCustomDataBytes + 1), false],
    ['4 kB of letters that take three bytes each', sized(maxCustomDataBytes, '€'), true],
    ['characters that fit and bytes that do not', { a: '€'.repeat(2_000) }, false],
    ['eight levels', nest(8), true],
    ['nine levels', nest(9), false],
    ['a deep nest', nest(5_000), false],
    ['a list', [], false],
    ['a text', 'x', false],
    ['null', null, false],
    ['a number that JSON cannot hold', { a: Infinity }, false],
    ['a function', { a: () => 1 }, false],
    ['undefined', { a: [undefined] }, false],
    ['a prototype, further down', JSON.parse('{"a":{"__proto__":{"admin":true}}}'), false],
    ['a constructor', { constructor: { prototype: {} } }, false],
    ['a name of 65 characters', { ['k'.repeat(65)]: 1 }, false],
    ['a name of none', { '': 1 }, false],
  ] as const)
    it(`may ${good ? '' : 'not '}be ${title}`, () => assert.equal(accepts(data), good));

  it('never gets a prototype of its own', () => {
    const parsed = CustomData.safeParse(JSON.parse('{"__proto__":{"admin":true}}'));
    assert.equal((parsed.data as { admin?: boolean } | undefined)?.admin, undefined);
    assert.ok(!parsed.success || !Object.hasOwn(parsed.data, '__proto__'));
  });
});
