import { randomBytes } from 'node:crypto';
import type { Ids } from './deps.js';

/** Ids and secrets from the system's random generator. */
export const randomIds: Ids = Object.freeze({
  id: (kind: string) => `${kind}_${randomBytes(16).toString('base64url')}`,
  code: () => randomBytes(16).toString('base64url'),
  secret: () => randomBytes(32).toString('base64url'),
});
