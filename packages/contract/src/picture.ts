import * as z from 'zod/mini';
import { Id } from './common.js';
import { readImageHeader } from './image-header.js';

/** What a picture is for: beside the company's name, or behind the screens of a link. */
export const PictureUse = z.enum(['logo', 'background']);
export type PictureUse = z.infer<typeof PictureUse>;

/** The kinds that are taken, by what their bytes say; what a file is called or declared as proves nothing. */
export const pictureTypes = Object.freeze(['image/png', 'image/jpeg', 'image/webp'] as const);

/** What a picture may be at most. More is not even decoded: a few kilobytes can decode to gigabytes (T35). */
export const pictureLimits = Object.freeze({
  bytes: Object.freeze({ logo: 1_024 * 1_024, background: 10 * 1_024 * 1_024 }),
  /** Of one side, and in all: 4K. */
  side: 4_096,
  pixels: 3_840 * 2_160,
});

/** Why a picture is not taken. */
export type PictureProblem = 'body_too_large' | 'picture_unsupported' | 'picture_damaged' | 'picture_dimensions';

/** What is wrong with a picture by its size and its first bytes; null where it may be decoded. Decodes nothing. */
export function pictureProblem(bytes: Uint8Array, use: PictureUse): PictureProblem | null {
  if (bytes.length > pictureLimits.bytes[use]) return 'body_too_large';
  const header = readImageHeader(bytes);
  if (!header) return 'picture_unsupported';
  const { width, height } = header;
  if (width === 0 || height === 0) return 'picture_damaged';
  const { side, pixels } = pictureLimits;
  return Math.max(width, height) > side || width * height > pixels ? 'picture_dimensions' : null;
}

/** Query of `POST /v1/pictures`. Its body is the file itself: no name and no address is taken. */
export const UploadPictureQuery = z.strictObject({ use: PictureUse });

/** A picture as it is kept: written anew as WebP, so that nothing of the file itself is left in it. */
export const Picture = z.object({ id: Id, width: z.int(), height: z.int(), bytes: z.int() });
export type Picture = z.infer<typeof Picture>;
