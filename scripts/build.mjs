/** Builds every package: types and modules by tsc, manifests of the elements, bundles for a script tag, the demo desk. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './lib/install.mjs';
import {
  deskBundle,
  elementPackages,
  outFolder,
  packageFolder,
  packageNames,
  root,
  serverMain,
  widgetBundle,
} from './lib/paths.mjs';
import { bin, run } from './lib/run.mjs';
import { digestOf, isFresh, writeStamp } from './build/stamp.mjs';

const sources = [
  ...packageNames.flatMap((name) => [
    `packages/${name}/src`,
    `packages/${name}/page`,
    `packages/${name}/public`,
    `packages/${name}/package.json`,
  ]),
  'examples/agent-desk',
  'package-lock.json',
  'rollup.config.mjs',
  'custom-elements-manifest.config.mjs',
  'scripts/build.mjs',
  'scripts/build',
  'tsconfig.base.json',
];
const outputs = [
  join(widgetBundle, 'cc-page.js'),
  join(widgetBundle, 'cc-widget.js'),
  join(packageFolder('agent-elements'), 'dist/cdn/cc-agent-elements.js'),
  join(deskBundle, 'main.js'),
  serverMain,
];

/**
 * Builds what has changed; returns whether there was anything to do. Throws with a readable message when a part fails.
 * @param {{ force?: boolean, report?: (text: string) => void }} [options]
 */
export async function build({ force = false, report = console.log } = {}) {
  const stampFile = join(outFolder, 'build-stamp');
  const digest = digestOf(root, sources);
  if (!force && isFresh(stampFile, digest, outputs)) return false;

  const { pruneDist } = await import('./build/prune-dist.mjs');
  for (const name of packageNames) pruneDist(packageFolder(name));
  report('compile');
  if (await run(bin('tsc'), ['-b', ...packageNames.map((name) => `packages/${name}`)]))
    throw new Error('The packages do not compile: see above.');
  const { writeEffectsAssets } = await import('./build/effects-assets.mjs');
  writeEffectsAssets();
  report('describe the elements');
  const { writeManifest } = await import('./build/manifest.mjs');
  for (const name of elementPackages) await writeManifest(packageFolder(name));
  const { writeBundles } = await import('./build/bundle.mjs');
  await writeBundles({ report: (folder) => report(`bundle ${folder}`) });
  const { writeOpenApi } = await import('./build/openapi.mjs');
  await writeOpenApi();
  writeStamp(stampFile, digest);
  return true;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const started = performance.now();
  try {
    await install();
    const did = await build({ force: process.argv.includes('--force') });
    console.log(
      did
        ? `built in ${((performance.now() - started) / 1000).toFixed(1)} s`
        : 'nothing has changed since the last build',
    );
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
