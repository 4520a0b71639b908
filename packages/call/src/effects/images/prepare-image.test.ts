import { expect } from '@open-wc/testing';
import { codeOf } from '../../media/testing/code-of.js';
import { hex, jpegWithPlace, picture, pngHeader } from '../testing/bad-images.js';
import { imageLimits, imageName, prepareImage } from './prepare-image.js';

const refusal = (blob: Blob) => codeOf(prepareImage(blob));
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
    ['', 'a picture of no width', () => new Blob([pngHeader(0, 8)]), 'image-dimensions'],
    ['', 'a picture of no height', () => new Blob([pngHeader(8, 0)]), 'image-dimensions'],
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

  // The last good one of each gets as far as decoding.
  for (const [what, most, more] of [
    ['pixel over the limit of its width', pngHeader(imageLimits.side, 1), pngHeader(imageLimits.side + 1, 1)],
    ['pixel over the limit of its height', pngHeader(1, imageLimits.side), pngHeader(1, imageLimits.side + 1)],
    ['line over the limit of all pixels', pngHeader(10_000, 5_000), pngHeader(10_000, 5_001)],
  ] as const)
    it(`is refused one ${what}, before it is decoded`, async () => {
      expect(await refusal(new Blob([most]))).to.equal('image-broken');
      expect(await refusal(new Blob([more]))).to.equal('image-dimensions');
    });

  it('is refused a byte over the limit, before it is read', async () => {
    const filled = (bytes: number) => new Blob([pngHeader(8, 8), new Uint8Array(bytes - 57)]);
    expect(await refusal(filled(imageLimits.bytes))).to.equal('image-broken');
    expect(await refusal(filled(imageLimits.bytes + 1))).to.equal('image-too-large');
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

  for (const [width, height] of [
    [4_000, 1],
    [1, 4_000],
  ] as const)
    it(`is not made smaller than a pixel (${width} × ${height})`, async () => {
      const bitmap = await createImageBitmap(await prepareImage(await picture(width, height)));
      expect([bitmap.width, bitmap.height]).to.deep.equal([Math.min(width, 1_920), Math.min(height, 1_920)]);
    });

  for (const type of ['', 'text/plain', 'image/svg+xml', 'image/jpeg'])
    it(`is taken for what it is where it is declared as “${type}”`, async () => {
      expect(await refusal(new Blob([await (await picture(8, 8)).arrayBuffer()], { type }))).to.equal(null);
    });

  it('is white where it was transparent', async () => {
    const bitmap = await createImageBitmap(await prepareImage(await picture(8, 8, { color: 'transparent' })));
    const pen = new OffscreenCanvas(8, 8).getContext('2d')!;
    pen.drawImage(bitmap, 0, 0);
    expect([...pen.getImageData(4, 4, 1, 1).data]).to.deep.equal([255, 255, 255, 255]);
  });

  it('does not stay decoded, whatever comes of it', async () => {
    const { createImageBitmap: decode } = globalThis;
    const { convertToBlob } = OffscreenCanvas.prototype;
    const decoded: ImageBitmap[] = [];
    const file = await picture(8, 8);
    globalThis.createImageBitmap = async (blob: ImageBitmapSource) => {
      decoded.push(await decode(blob));
      return decoded.at(-1)!;
    };
    try {
      expect(await refusal(file)).to.equal(null);
      OffscreenCanvas.prototype.convertToBlob = () => Promise.reject(new DOMException('', 'EncodingError'));
      expect(await refusal(file)).not.to.equal(null);
    } finally {
      globalThis.createImageBitmap = decode;
      OffscreenCanvas.prototype.convertToBlob = convertToBlob;
    }
    expect(decoded.map(({ width }) => width)).to.deep.equal([0, 0]);
  });

  it('is read to where its size is told, behind what a camera writes before it', async () => {
    const made = await createImageBitmap(await prepareImage(await jpegWithPlace({ before: 400_000 })));
    expect([made.width, made.height]).to.deep.equal([40, 30]);
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
    ['be\u0007ll.png', 'bell'],
    [' my beach .png', 'my beach'],
    ['x'.repeat(300), 'x'.repeat(60)],
    // No half of a character, which no server takes.
    [`${'x'.repeat(59)}🏖.png`, 'x'.repeat(59)],
  ] as const)
    it(`of ${JSON.stringify(name).slice(0, 40)} is shown as ${shown.slice(0, 20)}`, () =>
      expect(imageName(name)).to.equal(shown));
});
