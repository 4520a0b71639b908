import { expect } from '@open-wc/testing';
import { hex, jpegWithPlace, picture, pngHeader } from '../testing/bad-images.js';
import { imageLimits, imageName, prepareImage } from './prepare-image.js';

const refusal = (blob: Blob) =>
  prepareImage(blob).then(
    () => 'taken',
    (error: { code?: string }) => error.code,
  );
const text = (blob: Blob) => blob.text();

/** A PNG of one bit a pixel and nothing but zeros: small to send, huge to decode. */
async function bomb(width: number, height: number): Promise<Blob> {
  const row = 1 + Math.ceil(width / 8);
  const rows = new Blob([new Uint8Array(row * 1_000)]).stream().pipeThrough(new CompressionStream('deflate'));
  const data = new Uint8Array(await new Response(rows).arrayBuffer());
  const header = pngHeader(width, height).slice(0, 24);
  return new Blob([header, hex('0100000000'), new Uint8Array(4), new Uint8Array([0, 0, 0, 0]), data], {
    type: 'image/png',
  });
}

describe('a file that is to be a background (BGD-1)', () => {
  for (const [id, what, blob, code] of [
    ['upload-001', 'an image bomb', () => bomb(20_000, 20_000), 'image-dimensions'],
    ['upload-003', 'a picture of no size', () => new Blob([pngHeader(0, 0)]), 'image-dimensions'],
    ['upload-004', 'a width of 2^31', () => new Blob([pngHeader(2_147_483_647, 1)]), 'image-dimensions'],
    [
      'upload-006',
      'an SVG named .png',
      () => new File(['<svg/>'], 'a.png', { type: 'image/png' }),
      'image-unsupported',
    ],
    ['upload-008', 'a GIF that is a script', () => new Blob(['GIF89a/*'], { type: 'image/gif' }), 'image-unsupported'],
    ['upload-009', 'a truncated JPEG', () => new Blob([hex('ffd8ffe000104a464946')]), 'image-unsupported'],
    ['upload-010', 'an empty file', () => new Blob([]), 'image-empty'],
    ['upload-017', 'a text', () => new Blob(['hi'], { type: 'text/plain' }), 'image-unsupported'],
    ['upload-028', 'a zip named PNG', () => new Blob([hex('504b0304')], { type: 'image/png' }), 'image-unsupported'],
    ['', 'more bytes than allowed', () => new Blob([new Uint8Array(imageLimits.bytes + 1)]), 'image-too-large'],
    ['', 'a header with nothing behind', () => new Blob([pngHeader(8, 8)]), 'image-broken'],
  ] as const)
    it(`is refused when it is ${what} ${id}`.trim(), async () => expect(await refusal(await blob())).to.equal(code));

  it('is refused one pixel over the limit of a side, before it is decoded', async () => {
    expect(await refusal(new Blob([pngHeader(imageLimits.side + 1, 1)]))).to.equal('image-dimensions');
    // The last good one gets as far as decoding.
    expect(await refusal(new Blob([pngHeader(imageLimits.side, 1)]))).to.equal('image-broken');
  });

  for (const type of ['image/png', 'image/jpeg', 'image/webp'])
    it(`is taken as ${type} and written anew`, async () => {
      const made = await prepareImage(await picture(64, 48, { type }));
      expect(made.type).to.equal('image/jpeg');
      const bitmap = await createImageBitmap(made);
      expect([bitmap.width, bitmap.height]).to.deep.equal([64, 48]);
    });

  it('is made smaller, in shape', async () => {
    const bitmap = await createImageBitmap(await prepareImage(await picture(4_000, 1_000)));
    expect([bitmap.width, bitmap.height]).to.deep.equal([imageLimits.keptSide, 480]);
  });

  it('loses what it says about place and camera', async () => {
    const phone = await jpegWithPlace();
    expect(await text(phone)).to.contain('GPS 45.8150');
    expect(await text(await prepareImage(phone))).not.to.match(/GPS|Exif/);
  });
});

describe('the name of a picture', () => {
  for (const [name, shown] of [
    ['beach.png', 'beach'],
    ['../../x.png', 'x'],
    ['C:\\photos\\my room.jpeg', 'my room'],
    ['a\r\nContent-Type: text/html.png', 'html'],
    ['\u202Egnp.exe', 'gnp'],
    ['x'.repeat(300), 'x'.repeat(60)],
  ] as const)
    it(`of ${JSON.stringify(name).slice(0, 40)} is shown as ${shown.slice(0, 20)}`, () =>
      expect(imageName(name)).to.equal(shown));
});
