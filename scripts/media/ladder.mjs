/** Where the media server comes from: the first rung that holds. Nothing here starts or builds anything. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isRunnable, onPath } from '../lib/on-path.mjs';
import { cachedBinary, pinnedVersion } from './cache.mjs';
import { findGo, neededGo } from './go.mjs';

/** The settings contradict each other, or nothing on this machine gives a media server. The message is for a person. */
export class NoMediaServer extends Error {
  name = 'NoMediaServer';
}

export const nothingFound = () =>
  [
    'Calls need livekit-server, and this machine has nothing to get it from. Any one of these is enough:',
    `  Go ${neededGo} or newer (https://go.dev/dl): npm start then builds it once, in about four minutes;`,
    '  livekit-server on PATH (https://docs.livekit.io/home/self-hosting/local), or Docker running;',
    '  LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET of a server that you already have.',
  ].join('\n');

/**
 * LIVEKIT_URL (with its key and secret) → LIVEKIT_SERVER_BIN → livekit-server on PATH → an earlier build in the user's
 * cache → Go → Docker.
 * @returns {{ kind: 'given', url: string, key: string, secret: string } | { kind: 'binary', path: string, from: string }
 *   | { kind: 'go', go: string, path: string } | { kind: 'docker', docker: string, image: string }}
 */
export function findMediaServer(env = process.env) {
  const { LIVEKIT_URL: url, LIVEKIT_API_KEY: key, LIVEKIT_API_SECRET: secret, LIVEKIT_SERVER_BIN: given } = env;
  if (url) {
    const missing = [!key && 'LIVEKIT_API_KEY', !secret && 'LIVEKIT_API_SECRET'].filter(Boolean);
    if (missing.length > 0) throw new NoMediaServer(`LIVEKIT_URL is set, so ${missing.join(' and ')} must be set too.`);
    if (!/^wss?:\/\/[^/]/.test(url)) throw new NoMediaServer(`LIVEKIT_URL must be a ws:// or wss:// address.`);
    return { kind: 'given', url, key, secret };
  }
  if (given) {
    if (!isRunnable(given))
      throw new NoMediaServer(`LIVEKIT_SERVER_BIN is set, but ${given} is not a program that can run.`);
    return { kind: 'binary', path: given, from: 'LIVEKIT_SERVER_BIN' };
  }
  const installed = onPath('livekit-server', env);
  if (installed) return { kind: 'binary', path: installed, from: 'PATH' };
  const cached = cachedBinary(env);
  if (existsSync(cached)) return { kind: 'binary', path: cached, from: 'an earlier build' };
  const go = findGo(env);
  if (go) return { kind: 'go', go, path: cached };
  const docker = onPath('docker', env);
  if (docker && answers(docker, env))
    return { kind: 'docker', docker, image: `livekit/livekit-server:v${pinnedVersion()}` };
  throw new NoMediaServer(nothingFound());
}

const answers = (docker, env) => spawnSync(docker, ['info'], { stdio: 'ignore', timeout: 5_000, env }).status === 0;
