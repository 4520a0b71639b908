import { createHash } from 'node:crypto';

/** An id that bytes make: the same bytes have the same one, and under one id there is never anything else. */
export const contentId = (prefix: 'pic' | 'snd' | 'bgi', bytes: Uint8Array): string =>
  `${prefix}_${createHash('sha256').update(bytes).digest().subarray(0, 16).toString('base64url')}`;
