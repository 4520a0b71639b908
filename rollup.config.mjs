import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { minify } from '@swc/core';
import { transform } from 'esbuild';
import { effectsPlugin } from './scripts/build/effects-plugin.mjs';
import { litMin } from './scripts/build/lit-min.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { compilerOptions } = JSON.parse(readFileSync(here('./tsconfig.base.json'), 'utf8'));

/** Hands on the maps of tsc, so that a bundle's map leads to the .ts files. */
const inputMaps = () => ({
  name: 'input-maps',
  async load(id) {
    if (!/packages[\\/][^\\/]+[\\/]dist[\\/].*\.js$/.test(id)) return null;
    const [code, map] = await Promise.all([readFile(id, 'utf8'), readFile(`${id}.map`, 'utf8')]);
    return { code: code.replace(/\n?\/\/# sourceMappingURL=.*$/, ''), map: JSON.parse(map) };
  },
});

/** Compiles an example's few TypeScript files; packages are compiled by tsc before. */
const exampleTypeScript = () => ({
  name: 'example-typescript',
  resolveId(source, importer) {
    if (!importer || !/examples[\\/].*\.ts$/.test(importer) || !/^\..*\.js$/.test(source)) return null;
    const file = join(importer, '..', source.replace(/\.js$/, '.ts'));
    return existsSync(file) ? file : null;
  },
  async transform(code, id) {
    if (!/examples[\\/].*\.ts$/.test(id)) return null;
    const { experimentalDecorators, useDefineForClassFields } = compilerOptions;
    const tsconfigRaw = { compilerOptions: { experimentalDecorators, useDefineForClassFields } };
    const { code: js, map } = await transform(code, {
      loader: 'ts',
      target: 'es2022',
      sourcemap: true,
      sourcefile: id,
      tsconfigRaw,
    });
    return { code: js, map };
  },
});

const swcMinify = () => ({
  name: 'swc-minify',
  async renderChunk(code) {
    const { code: small, map } = await minify(code, {
      module: true,
      ecma: 2022,
      compress: { ecma: 2022, module: true },
      mangle: true,
      sourceMap: true,
      format: { comments: false },
    });
    return { code: small, map };
  },
});

/** Pages, styles, pictures and fonts of these folders, beside the bundle; of styles, what browsers read. */
const assets = (...folders) => ({
  name: 'assets',
  async generateBundle() {
    for (const folder of folders.filter((path) => existsSync(path))) {
      for (const name of readdirSync(folder).filter((file) => /\.(css|html|svg|png|webp|woff2)$/.test(file))) {
        const file = await readFile(join(folder, name));
        const source = name.endsWith('.css') ? (await transform(file, { loader: 'css', minify: true })).code : file;
        this.emitFile({ type: 'asset', fileName: basename(name), source });
      }
    }
  },
});

/** A warning fails the build, but for what others' packages do to themselves. */
const strict = (level, log, handler) => {
  if (log.code === 'THIS_IS_UNDEFINED') return;
  if (log.code === 'CIRCULAR_DEPENDENCY' && /node_modules/.test(log.message)) return;
  // A `#__PURE__` that a dependency has put where it says nothing costs a few bytes at most.
  if (log.code === 'INVALID_ANNOTATION' && /node_modules/.test(log.id ?? '')) return;
  handler(level === 'warn' ? 'error' : level, log);
};

const bundle = ({ input, dir, plugins = [] }) => ({
  input,
  plugins: [
    nodeResolve({ browser: true, exportConditions: ['production'] }),
    inputMaps(),
    effectsPlugin(),
    ...plugins,
    litMin(),
    swcMinify(),
  ],
  output: {
    dir,
    format: 'es',
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  },
  onLog: strict,
});

export default [
  bundle({
    input: {
      'cc-early': here('packages/widget/dist/early.js'), // imports nothing, so that it waits for no chunk
      'cc-page': here('packages/widget/dist/page.js'),
      'cc-widget': here('packages/widget/dist/define.js'),
    },
    dir: here('packages/widget/dist/cdn'),
    plugins: [assets(here('packages/widget/src'), here('packages/widget/page'), here('packages/widget/public'))],
  }),
  bundle({
    input: { 'cc-agent-elements': here('packages/agent-elements/dist/cdn.js') },
    dir: here('packages/agent-elements/dist/cdn'),
  }),
  bundle({
    input: { main: here('examples/agent-desk/src/main.ts') },
    dir: here('examples/agent-desk/dist'),
    plugins: [exampleTypeScript(), assets(here('examples/agent-desk'))],
  }),
];
