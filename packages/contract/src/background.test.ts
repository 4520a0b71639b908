import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AddBackgroundImageQuery, BackgroundChoice } from './background.js';

const blur = { background: 'blur', strength: 2, faceTrace: false, imageId: null };
const image = { ...blur, background: 'image', imageId: 'company:hall' };

describe('the choice of a background', () => {
  for (const [title, value] of [
    ['none', { ...blur, background: 'none' }],
    ['blur, of each strength', { ...blur, strength: 3 }],
    ['face trace with it', { ...blur, faceTrace: true }],
    ['a picture of the company', image],
    ['a picture of 128 characters', { ...image, imageId: 'é'.repeat(128) }],
  ] as const)
    it(`may be ${title} (BGD-1)`, () => assert.deepEqual(BackgroundChoice.parse(value), value));

  for (const [title, value, field] of [
    ['something else', { ...blur, background: 'video' }, 'background'],
    ['a strength that there is not', { ...blur, strength: 4 }, 'strength'],
    ['half a strength', { ...blur, strength: 1.5 }, 'strength'],
    ['a picture without its id', { ...image, imageId: null }, 'imageId'],
    ['a picture of no name', { ...image, imageId: '' }, 'imageId'],
    ['a picture of 129 characters', { ...image, imageId: 'a'.repeat(129) }, 'imageId'],
    ['an id with a zero in it', { ...image, imageId: 'a\u0000' }, 'imageId'],
    ['an id with half a character', { ...image, imageId: 'a\ud800' }, 'imageId'],
    ['a picture that is not shown', { ...blur, imageId: 'company:hall' }, 'imageId'],
    ['nothing of face trace', { background: 'blur', strength: 2, imageId: null }, 'faceTrace'],
  ] as const)
    it(`may not be ${title}`, () => {
      const { error } = BackgroundChoice.safeParse(value);
      assert.deepEqual(
        error?.issues.map(({ path }) => path.join('.')),
        [field],
      );
    });

  it('takes nothing beside it', () =>
    assert.equal(BackgroundChoice.safeParse({ ...blur, agentId: 'x' }).success, false));
});

describe('the name of a picture', () => {
  for (const [name, kept] of [
    [' my beach ', 'my beach'],
    ['海', '海'],
    ['a'.repeat(60), 'a'.repeat(60)],
  ] as const)
    it(`may be “${name}”`, () => assert.deepEqual(AddBackgroundImageQuery.parse({ name }), { name: kept }));

  it('may be left out', () => assert.deepEqual(AddBackgroundImageQuery.parse({}), {}));

  for (const name of ['', ' ', '\u3164', 'a'.repeat(61), '../../x', 'C:\\x', 'a\r\nb', 'a\u202eb', 'a\ud800'])
    it(`may not be ${JSON.stringify(name)}`, () =>
      assert.equal(AddBackgroundImageQuery.safeParse({ name }).success, false));

  it('is all that may be said of one', () =>
    assert.equal(AddBackgroundImageQuery.safeParse({ name: 'a', use: 'logo' }).success, false));
});
