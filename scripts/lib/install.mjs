import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { run } from './run.mjs';

/** Whether a version such as 20.19.4 satisfies `>=20.19`. */
export function satisfies(version, range) {
  const parts = (text) =>
    text
      .replace(/^[^\d]*/, '')
      .split('.')
      .map(Number);
  const [have, want] = [parts(version), parts(range)];
  for (let i = 0; i < want.length; i++) {
    if ((have[i] ?? 0) !== want[i]) return (have[i] ?? 0) > want[i];
  }
  return true;
}

/** Throws with a readable message when this Node is too old. */
export function checkNode(version = process.versions.node, folder = root) {
  const { engines } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!satisfies(version, engines.node))
    throw new Error(`Node ${engines.node} is needed, this is ${version}: https://nodejs.org`);
}

/** Whether what is installed is what the lock file says. */
export function isInstalled(folder = root) {
  const mark = join(folder, 'node_modules/.package-lock.json');
  return existsSync(mark) && statSync(mark).mtimeMs >= statSync(join(folder, 'package-lock.json')).mtimeMs;
}

/** Installs the locked packages when they are not there. */
export async function install() {
  checkNode();
  if (isInstalled()) return;
  console.log('install packages (npm ci)');
  if (await run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']))
    throw new Error('npm ci failed: see above.');
}
