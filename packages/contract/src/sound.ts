import * as z from 'zod/mini';
import { Id } from './common.js';
import { readSoundHeader, soundTypes } from './sound-header.js';

/** What a sound may be at most: five minutes of MP3 at 128 kbit/s. */
export const soundLimits = Object.freeze({ bytes: 5 * 1_024 * 1_024 });

/** Why a sound is not taken. */
export type SoundProblem = 'body_too_large' | 'sound_unsupported' | 'sound_damaged';

/** What is wrong with a sound by its size and its bytes; null where it may be kept. Decodes nothing. */
export function soundProblem(bytes: Uint8Array): SoundProblem | null {
  if (bytes.length > soundLimits.bytes) return 'body_too_large';
  const header = readSoundHeader(bytes);
  if (!header) return 'sound_unsupported';
  return header.audible ? null : 'sound_damaged';
}

/** A sound as it is kept: the bytes of its file, under an id that they make. */
export const Sound = z.object({ id: Id, type: z.enum(soundTypes), bytes: z.int() });
export type Sound = z.infer<typeof Sound>;
