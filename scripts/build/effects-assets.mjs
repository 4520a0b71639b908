import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { packageFolder } from '../lib/paths.mjs';

const require = createRequire(import.meta.url);
const mediaPipe = dirname(require.resolve('@mediapipe/selfie_segmentation/package.json'));
/** Its package file is not among its exports. */
const liteRt = join(dirname(require.resolve('@litertjs/core')), '../wasm');
/** Where the sources say which names they ask for. */
const namesFiles = ['asset-names.ts', 'litert-names.ts'].map((name) =>
  join(packageFolder('call'), 'src/effects', name),
);

/** What the drivers call in the wasm: a version without one of them would fail in front of a customer. */
const embindNames = ['SolutionWasm', 'PacketDataList', 'GraphOptionChangeRequestList', 'StringList', 'PacketListener'];
const liteRtEmbindNames = ['LiteRtEnvironment', 'LiteRtTensorBuffer', 'createManaged', 'loadModel', 'compileModel'];

const hashOf = (content) => createHash('sha256').update(content).digest('hex').slice(0, 8);
const named = (stem, extension, content) => ({ name: `${stem}-${hashOf(content)}.${extension}`, content });

/** A loader is a classic script; an export makes it one that a module worker can import. Nothing else is changed. */
export function loaderModule(text, factory) {
  if (/(?<![\w$.])(?:eval|Function)\(/.test(text)) throw new Error('the loader would need unsafe-eval');
  if (/\bimportScripts\(/.test(text)) throw new Error('the loader would need a classic worker');
  if (!text.includes(`${factory} =`)) throw new Error(`the loader has no ${factory}`);
  return `${text}\nexport default ${factory};\n`;
}

function wasm(file, names) {
  const content = readFileSync(file);
  for (const name of names) if (!content.includes(name)) throw new Error(`the wasm knows no ${name}`);
  return content;
}

/**
 * The files that background effects need, from the pinned packages, under names with the hash of their content.
 * @returns {{ name: string, content: Buffer | string }[]}
 */
export function effectsAssets() {
  const selfie = join(mediaPipe, 'selfie_segmentation');
  const solution = `${selfie}_solution_simd_wasm_bin`;
  const compat = join(liteRt, 'litert_wasm_compat_internal');
  return [
    named('selfie-loader', 'js', loaderModule(readFileSync(`${solution}.js`, 'utf8'), 'createMediapipeSolutionsWasm')),
    named('selfie', 'wasm', wasm(`${solution}.wasm`, embindNames)),
    named('selfie-landscape', 'tflite', readFileSync(`${selfie}_landscape.tflite`)),
    named('selfie', 'binarypb', readFileSync(`${selfie}.binarypb`)),
    // For browsers without WebGL 2, in a folder of their own that may be left out.
    named('litert/litert-loader', 'js', loaderModule(readFileSync(`${compat}.js`, 'utf8'), 'ModuleFactory')),
    named('litert/litert', 'wasm', wasm(`${compat}.wasm`, liteRtEmbindNames)),
  ];
}

/** Throws when the sources ask for other names than there are. */
export function checkAssetNames(assets) {
  const text = namesFiles.map((file) => readFileSync(file, 'utf8')).join('\n');
  for (const { name } of assets)
    if (!text.includes(`'${name}'`)) throw new Error(`${namesFiles.join(' or ')} has to name ${name}`);
}

/** Writes them beside the compiled worker, for those who bundle the package themselves. */
export function writeEffectsAssets() {
  const assets = effectsAssets();
  checkAssetNames(assets);
  const folder = join(packageFolder('call'), 'dist/effects/assets');
  for (const { name, content } of assets) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}
