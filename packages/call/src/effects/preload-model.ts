import { assetNames } from './asset-names.js';
import { defaultAssets } from './worker-url.js';

/** Brings the model's files into the browser's cache, where the worker will find them. */
export async function preloadModel(assets = defaultAssets()): Promise<void> {
  const files = Object.values(assetNames).map(async (name) => (await fetch(assets + name)).arrayBuffer());
  await Promise.allSettled(files);
}
