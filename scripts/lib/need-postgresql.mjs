import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

export const postgresqlHelp = `The tests need PostgreSQL 14 or newer: initdb and postgres on PATH, or the folder that
holds them in POSTGRESQL_BIN. On Debian: apt-get install postgresql`;

/** Where Debian puts programs of each version, off PATH. */
const debianFolder = '/usr/lib/postgresql';

/** The folder that holds `initdb` and `postgres`, of Debian's versions the newest; undefined where there is none. */
export function findPostgresql(env = process.env, folder = debianFolder) {
  const versions = existsSync(folder) ? readdirSync(folder).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    env.POSTGRESQL_BIN,
    ...versions.map((version) => join(folder, version, 'bin')),
    ...(env.PATH ?? '').split(delimiter),
  ];
  return folders.find((one) => one && existsSync(join(one, 'initdb')) && existsSync(join(one, 'postgres')));
}

/** Finds PostgreSQL; in CI, as root on Debian, installs it. Throws with what to install elsewhere. */
export async function needPostgresql({
  env = process.env,
  isRoot = process.getuid?.() === 0,
  find = findPostgresql,
  execute = run,
} = {}) {
  const found = find(env);
  if (found) return found;
  if (env.CI && isRoot) {
    const apt = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
    const failed =
      (await execute('apt-get', ['update'], apt)) ||
      (await execute('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], apt));
    const installed = failed ? undefined : find(env);
    if (installed) return installed;
  }
  throw new Error(postgresqlHelp);
}
