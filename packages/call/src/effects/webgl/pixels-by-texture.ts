import { maskHeight, maskWidth, type PixelSegmenter, type TextureSegmenter } from '../segmenter.js';
import { uploadAsItIs } from './gl-state.js';

/** Hands pixels in memory to a model that lives in WebGL, and reads its mask back: 256 × 144 each way, nothing larger. */
export class PixelsByTexture implements PixelSegmenter {
  readonly #gl: WebGL2RenderingContext;
  readonly #segmenter: TextureSegmenter;
  readonly #framebuffer: WebGLFramebuffer;
  readonly #read = new Uint8Array(maskWidth * maskHeight * 4);

  constructor(gl: WebGL2RenderingContext, segmenter: TextureSegmenter) {
    this.#gl = gl;
    this.#segmenter = segmenter;
    this.#framebuffer = gl.createFramebuffer();
  }

  run(rgba: Uint8ClampedArray, mask: Uint8Array): void {
    const gl = this.#gl;
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#segmenter.inputTexture);
    uploadAsItIs(gl);
    const bytes = new Uint8Array(rgba.buffer);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, maskWidth, maskHeight, 0, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
    gl.bindTexture(gl.TEXTURE_2D, null);
    this.#segmenter.run((texture) => {
      gl.bindFramebuffer(gl.FRAMEBUFFER, this.#framebuffer);
      gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
      gl.readPixels(0, 0, maskWidth, maskHeight, gl.RGBA, gl.UNSIGNED_BYTE, this.#read);
      gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    });
    for (let i = 0; i < mask.length; i++) mask[i] = this.#read[i * 4]!;
  }
}
