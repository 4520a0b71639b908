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

describe('the header of a picture', () => {
  for (const [what, bytes, type] of [
    ['PNG', pngHeader(123, 45), 'image/png'],
    ['JPEG', hex('ffd8ffe000044142' + 'ffffc00011' + '08002d007b'), 'image/jpeg'],
    ['progressive JPEG', hex('ffd8ffc2001108002d007b'), 'image/jpeg'],
    ['lossy WebP', hex('5249464600000000574542505650382000000000000000' + '9d012a7b002d00'), 'image/webp'],
    ['lossless WebP', hex('5249464600000000574542505650384c000000002f7a000b00'), 'image/webp'],
    ['extended WebP', hex('524946460000000057454250565038580a00000000000000' + '7a00002c0000'), 'image/webp'],
  ] as const)
    it(`tells kind and size of a ${what}`, () =>
      assert.deepEqual(readImageHeader(bytes), { type, width: 123, height: 45 }));

  it('says what it claims, however absurd', () => {
    assert.equal(readImageHeader(pngHeader(2_147_483_647, 1))?.width, 2_147_483_647);
    assert.deepEqual(readImageHeader(pngHeader(0, 0)), { type: 'image/png', width: 0, height: 0 });
  });

  for (const [what, bytes] of [
    ['nothing', new Uint8Array()],
    ['text', words('hi')],
    ['an SVG', words('<svg/>')],
    ['a GIF that is also a script', words('GIF89a/*')],
    ['a truncated JPEG', hex('ffd8ffe000104a464946')],
    ['a JPEG that ends before its size', hex('ffd8ffd9')],
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
