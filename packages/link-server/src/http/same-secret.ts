import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Whether two secrets are the same, in the same time whatever differs. */
export const sameSecret = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
