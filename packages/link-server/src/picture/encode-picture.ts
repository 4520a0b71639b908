import { readImageHeader, type PictureUse } from '@carillon/contract';
import { DomainError } from '../domain-error.js';
import { OneAtATime } from '../store/one-at-a-time.js';

/** A picture as it is kept. */
export interface EncodedPicture {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

interface Target {
  /** The longer side at most: three times what a phone shows of a logo, and a screen of 1,920 pixels. */
  readonly side: number;
  readonly quality: number;
}
const targets: Readonly<Record<PictureUse, Target>> = {
  logo: { side: 480, quality: 90 },
  background: { side: 1_920, quality: 76 },
};

/** Decoding takes the memory of all its pixels: two at once would take twice as much. */
const queue = new OneAtATime();

/** Native code that nothing but an upload needs; Rust's decoders read what strangers have made. */
const loadCodec = () => import('@napi-rs/image');

/**
 * Writes a picture anew: turned as its Exif data says, no larger than it is shown, and without anything else that was in
 * the file. Give it only what `pictureProblem` lets pass. @throws {DomainError} `picture_damaged`
 */
export const encodePicture = (file: Uint8Array, use: PictureUse): Promise<EncodedPicture> =>
  queue.run(async () => {
    const { Transformer, ResizeFit } = await loadCodec();
    const { side, quality } = targets[use];
    const picture = new Transformer(file).rotate();
    const { width, height } = sizeOf(file);
    if (Math.max(width, height) > side) picture.resize({ width: side, height: side, fit: ResizeFit.Inside });
    const data = await picture.webp(quality).catch((cause: unknown) => {
      throw new DomainError('picture_damaged', { cause });
    });
    return { data, ...sizeOf(data) };
  });

function sizeOf(file: Uint8Array): { readonly width: number; readonly height: number } {
  const { width = 0, height = 0 } = readImageHeader(file) ?? {};
  return { width, height };
}
