import { existsSync, renameSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { rollup } from 'rollup';
import { root } from '../lib/paths.mjs';
import { compressFolder } from './compress-folder.mjs';

/**
 * Writes every bundle of rollup.config.mjs. Each is written beside its folder, compressed copies with it, and then
 * put in its place, so that no stale chunk stays, and a server that is running never sees half a bundle.
 */
export async function writeBundles({ report = () => {} } = {}) {
  const { default: configs } = await import('../../rollup.config.mjs');
  for (const { output, ...input } of configs) {
    const missing = Object.values(input.input).filter((file) => !existsSync(file));
    if (missing.length > 0)
      throw new Error(`nothing to bundle: ${missing.map((file) => relative(root, file)).join(', ')}`);
    const built = await rollup(input);
    const next = `${output.dir}-next-${process.pid}`;
    await built.write({ ...output, dir: next });
    await built.close();
    compressFolder(next);
    rmSync(output.dir, { recursive: true, force: true });
    renameSync(next, output.dir);
    report(relative(root, output.dir));
  }
}
