import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { packageFolder } from '../lib/paths.mjs';

const source = dirname(createRequire(import.meta.url).resolve('@mediapipe/selfie_segmentation/package.json'));
/** Where the sources say which names they ask for. */
const namesFile = join(packageFolder('call'), 'src/effects/asset-names.ts');

/** What the driver calls in the wasm: a version without one of them would fail in front of a customer. */
const embindNames = ['SolutionWasm', 'PacketDataList', 'GraphOptionChangeRequestList', 'StringList', 'PacketListener'];

const hashOf = (content) => createHash('sha256').update(content).digest('hex').slice(0, 8);
const named = (stem, extension, content) => ({ name: `${stem}-${hashOf(content)}.${extension}`, content });
const read = (file) => readFileSync(join(source, file));

/** The loader is a classic script; an export makes it one that a module worker can import. Nothing else is changed. */
function loader() {
  const text = read('selfie_segmentation_solution_simd_wasm_bin.js').toString();
  if (/new Function\(|\beval\(/.test(text)) throw new Error('the loader would need unsafe-eval');
  return `${text}\nexport default createMediapipeSolutionsWasm;\n`;
}

/**
 * The files that background effects need, from the pinned package, under names with the hash of their content.
 * @returns {{ name: string, content: Buffer | string }[]}
 */
export function effectsAssets() {
  const wasm = read('selfie_segmentation_solution_simd_wasm_bin.wasm');
  for (const name of embindNames) if (!wasm.includes(name)) throw new Error(`the wasm knows no ${name}`);
  return [
    named('selfie-loader', 'js', loader()),
    named('selfie', 'wasm', wasm),
    named('selfie-landscape', 'tflite', read('selfie_segmentation_landscape.tflite')),
    named('selfie', 'binarypb', read('selfie_segmentation.binarypb')),
  ];
}

/** Throws when the sources ask for other names than there are. */
export function checkAssetNames(assets = effectsAssets(), text = readFileSync(namesFile, 'utf8')) {
  for (const { name } of assets)
    if (!text.includes(`'${name}'`)) throw new Error(`packages/call/src/effects/asset-names.ts has to name ${name}`);
}

/** Writes them beside the compiled worker, for those who bundle the package themselves. */
export function writeEffectsAssets() {
  const assets = effectsAssets();
  checkAssetNames(assets);
  const folder = join(packageFolder('call'), 'dist/effects/assets');
  mkdirSync(folder, { recursive: true });
  for (const { name, content } of assets) writeFileSync(join(folder, name), content);
}
