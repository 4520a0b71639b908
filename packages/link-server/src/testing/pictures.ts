import { crc32, deflateSync } from 'node:zlib';
import { Transformer } from '@napi-rs/image';

/** A PNG of its own bytes: the header may claim what it likes. Black, one bit for each pixel, unless rows are given. */
export function pngOf(width: number, height: number, rows?: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const real = width * height < 1e9 ? Buffer.alloc((Math.ceil(width / 8) + 1) * height) : Buffer.alloc(64);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows ?? real)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

export type PictureType = 'png' | 'jpeg' | 'webp';

/** A real picture: its left half is red, its right half blue, and half of each can be looked through. */
export async function pictureOf(width: number, height: number, type: PictureType = 'png'): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 4);
  for (let at = 0; at < width * height; at++)
    pixels.set(at % width < width / 2 ? [255, 0, 0, 128] : [0, 0, 255, 128], 4 * at);
  const picture = Transformer.fromRgbaPixels(pixels, width, height);
  return type === 'png' ? picture.png() : type === 'jpeg' ? picture.jpeg() : picture.webp();
}

/** What a phone writes into a picture: where it was taken, and that it has to be turned by a quarter. */
const exif = Buffer.concat([
  Buffer.from(
    '457869660000' + '4d4d002a00000008' + '0001' + '0112' + '0003' + '00000001' + '00060000' + '00000000',
    'hex',
  ),
  Buffer.from('GPS 45.8150 N 15.9819 E'),
]);

/** A JPEG that lies on its side, with a place in it. */
export async function sidewaysJpeg(width: number, height: number): Promise<Buffer> {
  const jpeg = await pictureOf(width, height, 'jpeg');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(exif.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, exif, jpeg.subarray(2)]);
}
