import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';

/** Writes dist/custom-elements.json of one package from its docblocks: the public reference of every element. */
export async function writeManifest(packageFolder) {
  if (!existsSync(join(packageFolder, 'src'))) return;
  await cli({ cwd: packageFolder, argv: ['analyze', '--config', '../../custom-elements-manifest.config.mjs'] });
}
