import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';

const module = join(root, 'tools/livekit');

/** The version of livekit-server that tools/livekit pins, such as `1.13.5`. */
export function pinnedVersion(folder = module) {
  const found = /github\.com\/livekit\/livekit-server v([^\s]+)/.exec(readFileSync(join(folder, 'go.mod'), 'utf8'));
  if (!found) throw new Error('tools/livekit/go.mod does not name livekit-server');
  return found[1];
}

/** Where builds are kept for all clones of a user: by version, and by everything that goes into them. */
export function cachedBinary(env = process.env, folder = module) {
  const cache = env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache');
  const digest = createHash('sha256')
    .update(readFileSync(join(folder, 'go.sum')))
    .digest('hex')
    .slice(0, 12);
  const ending = process.platform === 'win32' ? '.exe' : '';
  return join(cache, 'carillon', `livekit-server-${pinnedVersion(folder)}-${digest}${ending}`);
}
