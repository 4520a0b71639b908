import type { Engine } from './engine.js';
import { I420Compositor } from './i420/i420-compositor.js';
import { LiteRtSegmenter } from './litert-segmenter.js';

/**
 * The same model without WebGL, with planes in memory. Imported only where it is needed: a chunk of its own.
 * @throws {EffectsError} `no-webgl2` where its files are not served, `asset` or `model`
 */
export async function createLiteRtEngine(assets: string): Promise<Engine> {
  const segmenter = await LiteRtSegmenter.create(assets);
  return {
    cpu: true,
    compositor: new I420Compositor(segmenter),
    lost: false,
    lose: () => undefined,
    close: () => segmenter.close(),
  };
}
