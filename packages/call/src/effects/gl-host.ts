import type { Compositor } from './compositor.js';
import { EffectsError } from './effects-error.js';
import { I420Compositor } from './i420/i420-compositor.js';
import { GlCompositor } from './webgl/gl-compositor.js';
import { isSoftware, rendererOf } from './webgl/software-renderer.js';

/** A canvas with its WebGL context, and what composes with it. It is used until the context is lost, then made anew. */
export interface GlHost {
  readonly canvas: OffscreenCanvas;
  readonly renderer: string;
  /** Whether the model should run on the processor too. */
  readonly cpu: boolean;
  readonly compositor: Compositor;
  /** Gives the GPU memory back at once. */
  close(): void;
}

export type CompositorChoice = 'auto' | 'i420' | 'webgl';

const attributes: WebGLContextAttributes = {
  alpha: false,
  antialias: false,
  depth: false,
  stencil: false,
  premultipliedAlpha: false,
  powerPreference: 'low-power',
};

/** @throws {EffectsError} `no-webgl2` */
export function createGlHost(choice: CompositorChoice, lost: () => void): GlHost {
  const canvas = new OffscreenCanvas(16, 16);
  const gl = canvas.getContext('webgl2', attributes);
  if (!gl) throw new EffectsError('no-webgl2');
  canvas.addEventListener('webglcontextlost', lost, { once: true });
  const renderer = rendererOf(gl);
  const software = isSoftware(renderer);
  const i420 = choice === 'i420' || (choice === 'auto' && software);
  return {
    canvas,
    renderer,
    cpu: software,
    compositor: i420 ? new I420Compositor(gl) : new GlCompositor(gl, canvas),
    close() {
      canvas.removeEventListener('webglcontextlost', lost);
      gl.getExtension('WEBGL_lose_context')?.loseContext();
    },
  };
}
