import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pictureLimits, pictureProblem, UploadPictureQuery } from './picture.js';

/** The start of a PNG that claims a size, filled up to so many bytes. */
function png(width: number, height: number, bytes = 33): Uint8Array {
  const file = new Uint8Array(bytes);
  file.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(file.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return file;
}

const { bytes, side, pixels } = pictureLimits;

describe('what is wrong with a picture', () => {
  for (const [what, file, use, expected] of [
    ['a small one', png(60, 20), 'logo', null],
    ['a logo of 1 MiB', png(60, 20, bytes.logo), 'logo', null],
    ['a logo of a byte more', png(60, 20, bytes.logo + 1), 'logo', 'body_too_large'],
    ['a background of that size', png(60, 20, bytes.logo + 1), 'background', null],
    ['a background of 10 MiB and a byte', png(60, 20, bytes.background + 1), 'background', 'body_too_large'],
    ['the longest side', png(side, 1), 'logo', null],
    ['a pixel more', png(1, side + 1), 'logo', 'picture_dimensions'],
    ['a screen of 4K', png(3_840, 2_160), 'background', null],
    ['a line more', png(3_840, 2_161), 'background', 'picture_dimensions'],
    ['a bomb', png(20_000, 20_000), 'background', 'picture_dimensions'],
    ['nothing to see', png(0, 20), 'logo', 'picture_damaged'],
    ['nothing to see across', png(60, 0), 'logo', 'picture_damaged'],
    [
      'no picture',
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'logo',
      'picture_unsupported',
    ],
    ['an empty file', new Uint8Array(), 'logo', 'picture_unsupported'],
  ] as const)
    it(`${what}: ${expected ?? 'nothing'}`, () => assert.equal(pictureProblem(file, use), expected));

  it('is told from limits that belong together', () => assert.ok(pixels <= side * side));
});

describe('the query of an upload', () => {
  it('says what the picture is for and nothing else', () => {
    assert.ok(UploadPictureQuery.safeParse({ use: 'logo' }).success);
    for (const wrong of [{}, { use: 'favicon' }, { use: 'logo', filename: '../../x.png' }])
      assert.equal(UploadPictureQuery.safeParse(wrong).success, false);
  });
});
