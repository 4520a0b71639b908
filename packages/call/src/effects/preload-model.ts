import { assetNames } from './asset-names.js';
import { liteRtNames } from './litert-names.js';
import { defaultAssets } from './worker-url.js';

/** The files of the engine that the worker will choose (`createEngine`). */
const wanted = (): readonly string[] =>
  new OffscreenCanvas(1, 1).getContext('webgl2')
    ? Object.values(assetNames)
    : [assetNames.model, ...Object.values(liteRtNames)];

/** Brings the model's files into the browser's cache, where the worker will find them. */
export async function preloadModel(assets = defaultAssets()): Promise<void> {
  const files = wanted().map(async (name) => (await fetch(assets + name)).arrayBuffer());
  await Promise.allSettled(files);
}
