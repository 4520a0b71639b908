import { existsSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { listFiles } from '../lib/list-files.mjs';

/** Removes what an earlier compile left of sources that are gone: a stale module would still be imported and published. */
export function pruneDist(packageFolder) {
  const dist = join(packageFolder, 'dist');
  const gone = [];
  for (const file of listFiles(dist, { all: true })) {
    const name = relative(dist, file);
    if (name.startsWith(`cdn${sep}`) || name.startsWith(['effects', 'assets', ''].join(sep))) continue;
    const source = /^(.*?)(\.d\.ts\.map|\.d\.ts|\.js\.map|\.js)$/.exec(name)?.[1];
    if (source === undefined || existsSync(join(packageFolder, 'src', `${source}.ts`))) continue;
    rmSync(file);
    gone.push(name);
  }
  // With an output missing, tsc -b has to look again instead of trusting its build info.
  if (gone.length > 0) rmSync(join(dist, '.tsbuildinfo'), { force: true });
  return gone;
}
