import type { Engine, EngineOptions } from './engine.js';
import { I420Compositor } from './i420/i420-compositor.js';
import { MediaPipeSegmenter } from './mediapipe-segmenter.js';
import { GlCompositor } from './webgl/gl-compositor.js';
import { PixelsByTexture } from './webgl/pixels-by-texture.js';
import { isSoftware, rendererOf } from './webgl/software-renderer.js';

const attributes: WebGLContextAttributes = {
  alpha: false,
  antialias: false,
  depth: false,
  stencil: false,
  premultipliedAlpha: false,
  powerPreference: 'low-power',
};

/**
 * A canvas with its WebGL context, the model in it, and what composes with both; null where the browser has no WebGL 2.
 * @throws {EffectsError} `asset` or `model`
 */
export async function createGlEngine({ assets, compositor, lost }: EngineOptions): Promise<Engine | null> {
  const canvas = new OffscreenCanvas(16, 16);
  const gl = canvas.getContext('webgl2', attributes);
  if (!gl) return null;
  canvas.addEventListener('webglcontextlost', lost, { once: true });
  const lose = () => gl.getExtension('WEBGL_lose_context')?.loseContext();
  const close = () => {
    canvas.removeEventListener('webglcontextlost', lost);
    lose();
  };
  // Where drawing is emulated, the processor is quicker at the model too.
  const cpu = isSoftware(rendererOf(gl));
  const planes = compositor === 'i420' || (compositor === 'auto' && cpu);
  try {
    const segmenter = await MediaPipeSegmenter.create({ canvas, assets, cpu });
    return {
      cpu,
      compositor: planes
        ? new I420Compositor(new PixelsByTexture(gl, segmenter))
        : new GlCompositor(gl, canvas, segmenter),
      // Drawing into a context that has just been lost gives a black or stale picture without an error.
      get lost() {
        return gl.isContextLost();
      },
      lose,
      close() {
        try {
          segmenter.close();
        } finally {
          close();
        }
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}
