import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { minify } from '@swc/core';
import { rollup } from 'rollup';
import { checkAssetNames, effectsAssets } from './effects-assets.mjs';

const addresses = /packages[\\/]call[\\/]dist[\\/]effects[\\/]worker-url\.js$/;

/** Small enough for a phone: the best that still takes a second. */
const brotli = (content) => brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });

/** The worker as one file, so that it needs nothing of the page's chunks. */
async function bundleWorker(input) {
  const built = await rollup({ input, plugins: [nodeResolve({ browser: true })] });
  const { output } = await built.generate({ format: 'es' });
  await built.close();
  const { code } = await minify(output[0].code, { module: true, ecma: 2022, compress: { module: true }, mangle: true });
  return code;
}

/** Made once for all bundles of a build. */
let files;
async function effectsFiles(worker) {
  const code = await bundleWorker(worker);
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
  const assets = effectsAssets();
  checkAssetNames(assets);
  return [{ name: `worker-${hash}.js`, content: code }, ...assets].map(({ name, content }) => ({
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
