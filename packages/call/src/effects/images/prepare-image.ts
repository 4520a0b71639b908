import { readImageHeader } from '@carillon/contract';
import { ImageError } from './image-error.js';

/** What a background may be (BGD-1). */
export const imageLimits = Object.freeze({
  bytes: 10 * 1024 * 1024,
  /** Of one side, and in all: more is not even decoded. */
  side: 12_000,
  pixels: 50_000_000,
  /** What it is made as small as: no camera of ours sends more. */
  keptSide: 1_920,
});

/** A JPEG's size may stand behind its Exif data and a thumbnail. */
const headerBytes = 512 * 1024;

/**
 * Makes a background of a file that somebody has chosen: looks at its header before anything is decoded, then decodes,
 * shrinks and writes it anew, so that nothing of the file itself is kept: no place, no date, no hidden rest.
 * @throws {ImageError} by cause
 */
export async function prepareImage(file: Blob): Promise<Blob> {
  if (file.size === 0) throw new ImageError('image-empty');
  if (file.size > imageLimits.bytes) throw new ImageError('image-too-large');
  const header = readImageHeader(new Uint8Array(await file.slice(0, headerBytes).arrayBuffer()));
  if (!header) throw new ImageError('image-unsupported');
  const { type, width, height } = header;
  const tooLong = Math.max(width, height) > imageLimits.side;
  if (width === 0 || height === 0 || tooLong || width * height > imageLimits.pixels)
    throw new ImageError('image-dimensions');
  // Declared as what it is: the browser would believe the file's own type.
  const bitmap = await createImageBitmap(new Blob([file], { type })).catch(() => {
    throw new ImageError('image-broken');
  });
  try {
    return await encode(bitmap);
  } finally {
    bitmap.close();
  }
}

async function encode(bitmap: ImageBitmap): Promise<Blob> {
  const scale = Math.min(1, imageLimits.keptSide / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new ImageError('image-broken');
  context.imageSmoothingQuality = 'high';
  // What is transparent would be black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
}

/** A file's name as it may be shown: no path, no control characters, no endless line. */
export const imageName = (name: string): string =>
  name
    .replace(/^.*[\\/]/s, '')
    .replace(/\.\w{1,5}$/, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 60)
    .replace(/\p{Cs}/gu, '');
