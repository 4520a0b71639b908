import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readImageHeader } from './image-header.js';

const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const words = (text: string) => new TextEncoder().encode(text);

/** The start of a PNG that claims a size. */
function pngHeader(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(33);
  bytes.set(hex('89504e470d0a1a0a0000000d49484452'));
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

/** A JPEG's start of frame, 123 × 45. */
const frame = (marker: string) => `ff${marker}001108002d007b`;
/** A PNG's header with something else in one place. */
function pngWith(at: number, text: string): Uint8Array {
  const bytes = pngHeader(123, 45);
  bytes.set(words(text), at);
  return bytes;
}

describe('the header of a picture', () => {
  for (const [what, bytes, type] of [
    ['PNG', pngHeader(123, 45), 'image/png'],
    ['JPEG', hex('ffd8ffe000044142' + 'ffffc00011' + '08002d007b'), 'image/jpeg'],
    ['progressive JPEG', hex('ffd8ffc2001108002d007b'), 'image/jpeg'],
    ['JPEG with padding before a marker', hex('ffd8ffff' + frame('c0')), 'image/jpeg'],
    ['JPEG with Huffman tables first', hex('ffd8ffc400080102030405ff' + frame('c0')), 'image/jpeg'],
    ['JPEG with something reserved first', hex('ffd8ffc800080102030405ff' + frame('c0')), 'image/jpeg'],
    ['JPEG with arithmetic tables first', hex('ffd8ffcc00080102030405ff' + frame('c0')), 'image/jpeg'],
    ['JPEG of the last kind', hex('ffd8' + frame('cf')), 'image/jpeg'],
    ['lossy WebP', hex('5249464600000000574542505650382000000000000000' + '9d012a7b002d00'), 'image/webp'],
    [
      'lossy WebP that asks to be shown larger',
      hex('5249464600000000574542505650382000000000000000' + '9d012a7b402dc0'),
      'image/webp',
    ],
    [
      'lossless WebP that is transparent in parts',
      hex('5249464600000000574542505650384c000000002f7a000b10'),
      'image/webp',
    ],
    ['lossless WebP', hex('5249464600000000574542505650384c000000002f7a000b00'), 'image/webp'],
    ['extended WebP', hex('524946460000000057454250565038580a00000000000000' + '7a00002c0000'), 'image/webp'],
  ] as const)
    it(`tells kind and size of a ${what}`, () =>
      assert.deepEqual(readImageHeader(bytes), { type, width: 123, height: 45 }));

  it('says what it claims, however absurd', () => {
    assert.equal(readImageHeader(pngHeader(2_147_483_647, 1))?.width, 2_147_483_647);
    assert.deepEqual(readImageHeader(pngHeader(0, 0)), { type: 'image/png', width: 0, height: 0 });
    const extended = hex('524946460000000057454250565038580a00000000000000' + 'ffffff' + '000001');
    assert.deepEqual(readImageHeader(extended), { type: 'image/webp', width: 1 << 24, height: 65_537 });
  });

  for (const [what, bytes] of [
    ['nothing', new Uint8Array()],
    ['text', words('hi')],
    ['an SVG', words('<svg/>')],
    ['a GIF that is also a script', words('GIF89a/*')],
    ['a truncated JPEG', hex('ffd8ffe000104a464946')],
    ['a JPEG that ends before its size', hex('ffd8ffd9')],
    ['a JPEG with another first byte', hex('00d8' + frame('c0'))],
    ['a JPEG with another second byte', hex('ff00' + frame('c0'))],
    ['a JPEG with something between its segments', hex('ffd8ffe00004414200' + frame('c0').slice(2))],
    ['a JPEG with a segment that is shorter than its own length', hex('ffd8ffe00000' + frame('c0'))],
    ['a JPEG whose data come before its size', hex('ffd8ffda00040000' + frame('c0'))],
    ['a JPEG whose end comes before its size', hex('ffd8ffd900040000' + frame('c0'))],
    ['something that only names a PNG’s first part', pngWith(0, '\u0000PNG')],
    ['a PNG with another first part', pngWith(12, 'IDAT')],
    ['an extended WebP that is no RIFF', hex('585846460000000057454250565038580a000000000000007a00002c0000')],
    ['an extended WebP of another kind', hex('524946460000000057415645565038580a000000000000007a00002c0000')],
    ['a WebP of no known kind', hex('524946460000000057454250414e494d0a000000000000007a00002c0000')],
    ['a zip archive', hex('504b0304')],
    ['a truncated PNG', pngHeader(10, 10).slice(0, 18)],
    ['another RIFF file', hex('5249464600000000574156456d6f7265')],
  ] as const)
    it(`is not there in ${what}`, () => assert.equal(readImageHeader(bytes), null));

  // Decoders go on right behind these marks: a length read there leads past the size they find, to one made up by a stranger.
  for (const mark of ['00', '01', 'd0', 'd7', 'd8'])
    it(`is not there in a JPEG with the mark ${mark}, which has no length, before its size`, () => {
      const told = Uint8Array.from([
        ...hex(`ffd8ff${mark}0010`),
        ...new Uint8Array(14),
        ...hex('ffc00011080008000803'),
      ]);
      assert.equal(readImageHeader(told), null);
    });

  it('comes to an end with any bytes', () => {
    for (let seed = 1; seed < 400; seed++) {
      const bytes = Uint8Array.from({ length: 64 }, (_, i) => (seed * 31 + i * 17 * seed) & 0xff);
      bytes.set(hex('ffd8ff'));
      readImageHeader(bytes);
    }
  });
});
