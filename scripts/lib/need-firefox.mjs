import { findFirefox, firefoxHelp } from './browsers.mjs';
import { onPath } from './on-path.mjs';
import { run } from './run.mjs';

/** A browser without a window has no WebGL in Firefox, also not a drawn one: it wants a display, here one in memory. */
export const displayHelp =
  'Firefox needs a display for WebGL. Install one in memory (Debian, Ubuntu: sudo apt-get install xvfb xauth libgl1-mesa-dri).';

/** What to start a command with so that it has a display; undefined where there is none. */
export function findDisplay(env = process.env, platform = process.platform) {
  if (env.DISPLAY || platform !== 'linux') return [];
  const xvfb = onPath('xvfb-run', env);
  return xvfb ? [xvfb, '-a'] : undefined;
}

/**
 * Finds Firefox and a display for it; in CI, as root on Debian, installs them. Throws with what to install elsewhere.
 * @returns {Promise<string[]>} what to start a command with
 */
export async function needFirefox({
  env = process.env,
  isRoot = process.getuid?.() === 0,
  find = findFirefox,
  display = findDisplay,
  execute = run,
} = {}) {
  const found = () => (find(env) ? display(env) : undefined);
  const there = found();
  if (there) return there;
  if (env.CI && isRoot) {
    const apt = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
    const packages = ['firefox-esr', 'xvfb', 'xauth', 'libgl1-mesa-dri'];
    const failed =
      (await execute('apt-get', ['update'], apt)) ||
      (await execute('apt-get', ['install', '-y', '--no-install-recommends', ...packages], apt));
    const installed = failed ? undefined : found();
    if (installed) return installed;
  }
  throw new Error(find(env) ? displayHelp : firefoxHelp);
}
