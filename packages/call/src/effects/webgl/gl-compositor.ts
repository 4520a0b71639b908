import type { Composition, Compositor, Shift } from '../compositor.js';
import { visibleSize } from '../i420/read-frame.js';
import { maskHeight, maskWidth, type TextureSegmenter } from '../segmenter.js';
import { GlBlur } from './gl-blur.js';
import { GlMaskFit, third } from './gl-mask-fit.js';
import { GlProgram, type Target } from './gl-program.js';
import { handBack, takeOver } from './gl-state.js';
import { makeTarget, makeTexture } from './gl-target.js';
import { compose, downscale, smooth } from './shaders.js';

/** How much of a new mask is taken where nothing has changed. */
const atRest = 0.3;

/** Composes with shaders, in the context of the model: nothing but the mask for face trace ever leaves the GPU. */
export class GlCompositor implements Compositor {
  readonly #gl: WebGL2RenderingContext;
  readonly #canvas: OffscreenCanvas;
  readonly #segmenter: TextureSegmenter;
  readonly #vertexArray: WebGLVertexArrayObject;
  readonly #downscale: GlProgram;
  readonly #smooth: GlProgram;
  readonly #compose: GlProgram;
  readonly #blur: GlBlur;
  readonly #fit: GlMaskFit | null;
  readonly #frame: WebGLTexture;
  /** What the model looks at. */
  readonly #input: Target;
  /** Written in turn: each new mask is eased from the other. */
  readonly #masks: readonly [Target, Target];
  readonly #read = new Uint8Array(maskWidth * maskHeight * 4);
  #image: { readonly texture: WebGLTexture; readonly ratio: number } | null = null;
  #current: 0 | 1 = 0;
  #hasMask = false;
  #width = 0;
  #height = 0;

  constructor(gl: WebGL2RenderingContext, canvas: OffscreenCanvas, segmenter: TextureSegmenter) {
    this.#gl = gl;
    this.#canvas = canvas;
    this.#segmenter = segmenter;
    this.#vertexArray = gl.createVertexArray();
    this.#downscale = new GlProgram(gl, downscale);
    this.#smooth = new GlProgram(gl, smooth);
    this.#compose = new GlProgram(gl, compose);
    this.#blur = new GlBlur(gl);
    this.#fit = GlMaskFit.create(gl);
    this.#frame = makeTexture(gl);
    this.#input = makeTarget(gl, maskWidth, maskHeight, { texture: makeTexture(gl, segmenter.inputTexture) });
    this.#masks = [
      makeTarget(gl, maskWidth, maskHeight, { format: 'red' }),
      makeTarget(gl, maskWidth, maskHeight, { format: 'red' }),
    ];
    handBack(gl);
  }

  get hasMask(): boolean {
    return this.#hasMask;
  }

  setImage(image: ImageBitmap | null): void {
    const gl = this.#gl;
    if (this.#image) gl.deleteTexture(this.#image.texture);
    this.#image = null;
    if (!image) return;
    takeOver(gl, this.#vertexArray);
    const texture = makeTexture(gl);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, image);
    this.#image = { texture, ratio: image.width / image.height };
    handBack(gl);
  }

  async load(frame: VideoFrame): Promise<void> {
    const gl = this.#gl;
    takeOver(gl, this.#vertexArray);
    const { width, height } = visibleSize(frame);
    if (width !== this.#width || height !== this.#height) {
      [this.#width, this.#height] = [width, height];
      this.#blur.resize(width, height);
      this.#hasMask = false;
    }
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#frame);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, frame);
    handBack(gl);
  }

  segment(shift: Shift): void {
    const gl = this.#gl;
    takeOver(gl, this.#vertexArray);
    this.#downscale.draw(this.#input, { textures: { source: this.#frame }, uniforms: { d: third } });
    handBack(gl);
    this.#segmenter.run((mask) => this.#ease(mask, shift));
  }

  readMask(out: Uint8Array): void {
    const gl = this.#gl;
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.#masks[this.#current].framebuffer);
    gl.readPixels(0, 0, maskWidth, maskHeight, gl.RGBA, gl.UNSIGNED_BYTE, this.#read);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    for (let i = 0; i < out.length; i++) out[i] = this.#read[i * 4]!;
  }

  compose(frame: VideoFrame, { effect, crop, shift, scale }: Composition): VideoFrame {
    const gl = this.#gl;
    const width = Math.max(2, Math.round((this.#width * scale) / 2) * 2);
    const height = Math.max(2, Math.round((this.#height * scale) / 2) * 2);
    if (this.#canvas.width !== width || this.#canvas.height !== height) Object.assign(this.#canvas, { width, height });
    takeOver(gl, this.#vertexArray);
    const mask = this.#masks[this.#current].texture;
    const image = effect.background === 'image' ? this.#image : null;
    const mode = effect.background === 'none' ? 0 : image ? 2 : 1;
    const behind =
      image?.texture ?? (mode === 1 ? this.#blur.draw(this.#frame, mask, shift, effect.strength) : this.#frame);
    const fitted = mode === 0 ? null : (this.#fit?.draw(this.#frame, mask, shift) ?? null);
    this.#compose.draw(
      { framebuffer: null, width, height },
      {
        textures: { source: this.#frame, mask: fitted ?? mask, behind },
        uniforms: {
          mode,
          shift: fitted ? [0, 0] : shift,
          fill: image ? fillOf(image.ratio, width / height) : [0, 0, 1, 1],
        },
        area: [crop.x, crop.y, crop.width, crop.height],
        flip: true,
      },
    );
    handBack(gl);
    return new VideoFrame(this.#canvas, {
      timestamp: frame.timestamp,
      alpha: 'discard',
      ...(frame.duration === null ? {} : { duration: frame.duration }),
    });
  }

  #ease(mask: WebGLTexture, shift: Shift): void {
    const gl = this.#gl;
    takeOver(gl, this.#vertexArray);
    const next = this.#current === 0 ? 1 : 0;
    this.#smooth.draw(this.#masks[next], {
      textures: { source: mask, before: this.#masks[this.#current].texture },
      // All of the first one: what was before is of another picture, or of none.
      uniforms: { shift, least: this.#hasMask ? atRest : 1 },
    });
    this.#current = next;
    this.#hasMask = true;
    handBack(gl);
  }
}

/** The part of a picture that fills a frame of another shape. */
function fillOf(image: number, frame: number): readonly [number, number, number, number] {
  return image > frame
    ? [(1 - frame / image) / 2, 0, frame / image, 1]
    : [0, (1 - image / frame) / 2, 1, image / frame];
}
