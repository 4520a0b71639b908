import { execFileSync } from 'node:child_process';
import { isRunnable, onPath } from '../lib/on-path.mjs';
import { satisfies } from '../lib/install.mjs';

export const neededGo = '1.26';

/** A Go that can build the media server: on PATH, then CARILLON_GO or where its installer puts it. Undefined when none is new enough. */
export function findGo(env = process.env) {
  const candidates = [onPath('go', env), env.CARILLON_GO ?? '/usr/local/go/bin/go'];
  return candidates.find((go) => go && isRunnable(go) && satisfies(goVersion(go, env) ?? '0', neededGo));
}

/** `1.26.8`, or undefined when it does not run. */
export function goVersion(go, env = process.env) {
  try {
    const text = execFileSync(go, ['version'], {
      encoding: 'utf8',
      timeout: 10_000,
      env: { ...env, GOTOOLCHAIN: 'local' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return /\bgo(\d+(?:\.\d+)+)/.exec(text)?.[1];
  } catch {
    return undefined;
  }
}
