import { createHash } from 'node:crypto';

/** What is stored of a code or secret. With 128 random bits and more, a plain SHA-256 needs no salt and no work factor. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
