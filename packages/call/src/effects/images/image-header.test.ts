import { expect } from '@open-wc/testing';
import { hex, jpegWithPlace, picture, pngHeader } from '../testing/bad-images.js';
import { readImageHeader } from './image-header.js';

const headerOf = async (blob: Blob) => readImageHeader(new Uint8Array(await blob.arrayBuffer()));

describe('the header of a picture', () => {
  for (const type of ['image/png', 'image/jpeg', 'image/webp'] as const)
    it(`tells kind and size of what the browser itself has written as ${type}`, async () => {
      expect(await headerOf(await picture(123, 45, { type }))).to.deep.equal({ type, width: 123, height: 45 });
    });

  it('is found behind Exif data', async () => {
    expect(await headerOf(await jpegWithPlace())).to.deep.equal({ type: 'image/jpeg', width: 40, height: 30 });
  });

  it('is read in all three forms of WebP', () => {
    const lossless = hex('524946460000000057454250' + '56503' + '84c000000002f7ac00a00');
    const extended = hex('524946460000000057454250' + '56503858' + '0a00000000000000' + '7a0000' + '2c0000');
    const lossy = hex('524946460000000057454250' + '56503820' + '000000000000009d012a' + '7b002d00');
    expect([lossless, extended, lossy].map(readImageHeader)).to.deep.equal(
      [1, 2, 3]
        .map(() => ({ type: 'image/webp', ...{ width: 123, height: 45 } }))
        .map((one, i) =>
          i === 0 ? { ...one, width: (0x00c07a & 0x3fff) + 1, height: ((0x000ac07a >>> 14) & 0x3fff) + 1 } : one,
        ),
    );
  });

  it('says what it claims, however absurd', () => {
    expect(readImageHeader(pngHeader(2_147_483_647, 1))?.width).to.equal(2_147_483_647);
    expect(readImageHeader(pngHeader(0, 0))).to.deep.equal({ type: 'image/png', width: 0, height: 0 });
  });

  for (const [what, bytes] of [
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('hi')],
    ['an SVG', new TextEncoder().encode('<svg/>')],
    ['a GIF that is also a script', new TextEncoder().encode('GIF89a/*')],
    ['a truncated JPEG', hex('ffd8ffe000104a464946')],
    ['a JPEG that ends before its size', hex('ffd8ffd9')],
    ['a zip archive', hex('504b0304')],
    ['a truncated PNG', pngHeader(10, 10).slice(0, 18)],
    ['another RIFF file', hex('5249464600000000574156456d6f7265')],
  ] as const)
    it(`is not there in ${what}`, () => expect(readImageHeader(bytes)).to.equal(null));

  it('comes to an end with any bytes', () => {
    for (let seed = 1; seed < 400; seed++) {
      const bytes = Uint8Array.from({ length: 64 }, (_, i) => (seed * 31 + i * 17 * seed) & 0xff);
      bytes.set(hex('ffd8ff'));
      readImageHeader(bytes);
    }
  });
});
