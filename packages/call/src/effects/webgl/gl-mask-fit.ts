import type { Shift } from '../compositor.js';
import { maskHeight, maskWidth } from '../segmenter.js';
import { GlProgram, type Target } from './gl-program.js';
import { makeTarget } from './gl-target.js';
import { downscale, fitApply, fitMean, fitWindows } from './shaders.js';

/** How far apart the samples of a pixel of the mask's size are. */
export const third = [1 / 3 / maskWidth, 1 / 3 / maskHeight] as const;
/** A pixel of half the mask's size. */
const step = [2 / maskWidth, 2 / maskHeight] as const;

/** Fits a mask to the edges of the frame that it is laid on, as MaskFit does in memory. */
export class GlMaskFit {
  readonly #downscale: GlProgram;
  readonly #fit: GlProgram;
  readonly #mean: GlProgram;
  readonly #apply: GlProgram;
  readonly #small: Target;
  readonly #windows: Target;
  readonly #means: Target;
  readonly #fitted: Target;

  private constructor(gl: WebGL2RenderingContext) {
    this.#downscale = new GlProgram(gl, downscale);
    this.#fit = new GlProgram(gl, fitWindows);
    this.#mean = new GlProgram(gl, fitMean);
    this.#apply = new GlProgram(gl, fitApply);
    this.#small = makeTarget(gl, maskWidth, maskHeight);
    this.#windows = makeTarget(gl, maskWidth / 2, maskHeight / 2, { format: 'half' });
    this.#means = makeTarget(gl, maskWidth / 2, maskHeight / 2, { format: 'half' });
    this.#fitted = makeTarget(gl, maskWidth, maskHeight, { format: 'red' });
  }

  /** Null where nothing finer than bytes can be drawn: the mask is taken as it is. */
  static create(gl: WebGL2RenderingContext): GlMaskFit | null {
    const fine = gl.getExtension('EXT_color_buffer_float') ?? gl.getExtension('EXT_color_buffer_half_float');
    return fine ? new GlMaskFit(gl) : null;
  }

  /** The mask, moved by `shift`, as it fits the frame. */
  draw(frame: WebGLTexture, mask: WebGLTexture, shift: Shift): WebGLTexture {
    this.#downscale.draw(this.#small, { textures: { source: frame }, uniforms: { d: third } });
    const source = this.#small.texture;
    this.#fit.draw(this.#windows, { textures: { source, mask }, uniforms: { d: step, shift } });
    this.#mean.draw(this.#means, { textures: { source: this.#windows.texture }, uniforms: { d: step } });
    this.#apply.draw(this.#fitted, { textures: { source, factors: this.#means.texture } });
    return this.#fitted.texture;
  }
}
