import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The key pair of a data folder's media server, made up once; readable by its owner alone. */
export function mediaKeys(folder) {
  const file = join(folder, 'media-keys.json');
  try {
    const { key, secret } = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof key === 'string' && typeof secret === 'string' && secret.length >= 32) return { key, secret };
  } catch {
    // none yet, or not readable: make one
  }
  const made = { key: `key${randomBytes(6).toString('hex')}`, secret: randomBytes(32).toString('base64url') };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}
