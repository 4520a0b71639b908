import { brotliCompressSync, constants } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { minify } from '@swc/core';
import { rollup } from 'rollup';
import { checkAssetNames, effectsAssets } from './effects-assets.mjs';

const addresses = /packages[\\/]call[\\/]dist[\\/]effects[\\/]worker-url\.js$/;

/** Small enough for a phone: the best that still takes a second. */
const brotli = (content) => brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });

const small = {
  name: 'small',
  async renderChunk(text) {
    const { code } = await minify(text, { module: true, ecma: 2022, compress: { module: true }, mangle: true });
    return { code, map: null };
  },
};

/**
 * The worker in one file, so that it needs nothing of the page's chunks, and the chunks it imports by itself when it has
 * to. The worker comes first.
 */
export async function bundleWorker(input) {
  const built = await rollup({ input: { worker: input }, plugins: [nodeResolve({ browser: true }), small] });
  const names = { entryFileNames: '[name]-[hash].js', chunkFileNames: '[name]-[hash].js', hashCharacters: 'hex' };
  const { output } = await built.generate({ format: 'es', ...names });
  await built.close();
  if (output[0].imports.length > 0) throw new Error(`the worker would load ${output[0].imports.join(', ')} at once`);
  return output.map(({ fileName, code }) => ({ name: fileName, content: code }));
}

/** Made once for all bundles of a build. */
let files;
async function effectsFiles(worker) {
  const assets = effectsAssets();
  checkAssetNames(assets);
  return [...(await bundleWorker(worker)), ...assets].map(({ name, content }) => ({
    name,
    content,
    compressed: brotli(content),
  }));
}

/**
 * Rollup plugin: lays the worker of background effects and the model's files beside the bundle, in `effects/`, each
 * under a name with its hash and with a brotli copy, and tells the code where they are.
 */
export const effectsPlugin = () => ({
  name: 'effects',
  async transform(_, id) {
    if (!addresses.test(id)) return null;
    files ??= effectsFiles(id.replace(/worker-url\.js$/, 'worker.js'));
    const [worker, ...rest] = await files;
    const emit = ({ name, content, compressed }) => {
      this.emitFile({ type: 'asset', fileName: `effects/${name}.br`, source: compressed });
      return this.emitFile({ type: 'asset', fileName: `effects/${name}`, source: content });
    };
    const reference = emit(worker);
    rest.forEach(emit);
    const code = [
      `export const workerUrl = () => new URL(import.meta.ROLLUP_FILE_URL_${reference});`,
      `export const defaultAssets = () => new URL('.', workerUrl()).href;`,
    ].join('\n');
    return { code, map: { mappings: '' } };
  },
});
