import { chromiumHelp, findChromium } from './browsers.mjs';
import { run } from './run.mjs';

/** Finds Chromium; in CI, as root on Debian, installs it. Throws with what to install elsewhere. */
export async function needChromium({
  env = process.env,
  isRoot = process.getuid?.() === 0,
  find = findChromium,
  execute = run,
} = {}) {
  const found = find(env);
  if (found) return found;
  if (env.CI && isRoot) {
    const apt = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
    const failed =
      (await execute('apt-get', ['update'], apt)) ||
      (await execute('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], apt));
    const installed = failed ? undefined : find(env);
    if (installed) return installed;
  }
  throw new Error(chromiumHelp);
}
