import { expect } from '@open-wc/testing';
import { MaskFit } from '../i420/fit-mask.js';
import { maskHeight, maskWidth } from '../segmenter.js';
import { normalOf, seededRandom } from '../testing/random.js';
import { GlMaskFit } from './gl-mask-fit.js';
import { takeOver } from './gl-state.js';
import { makeTexture } from './gl-target.js';

const [w, h] = [maskWidth, maskHeight];
const open = () => new OffscreenCanvas(4, 4).getContext('webgl2')!;

/** An orange disc before a wall of two greys, with noise, in the mask's size. */
function picture(): Uint8ClampedArray {
  const random = seededRandom(3);
  const pixels = new Uint8ClampedArray(w * h * 4);
  for (let i = 0; i < w * h; i++) {
    const [x, y] = [i % w, Math.floor(i / w)];
    const wall = x < 128 ? 90 : 170;
    const colour = Math.hypot(x - 128, y - 72) < 40 ? [205, 110, 50] : [wall, wall, wall + 10];
    for (let part = 0; part < 3; part++) pixels[i * 4 + part] = colour[part]! + 2 * normalOf(random);
    pixels[i * 4 + 3] = 255;
  }
  return pixels;
}

/** A soft disc that lies three pixels beside the picture's, and is a little too large. */
const disc = () =>
  Uint8Array.from({ length: w * h }, (_, i) => {
    const away = Math.hypot((i % w) - 131, Math.floor(i / w) - 72);
    return 255 * Math.min(1, Math.max(0, 0.5 + (42 - away) / 10));
  });

/** The picture as a frame of four times the mask's size, so that each of its pixels is seen as it is. */
function frameOf(gl: WebGL2RenderingContext, pixels: Uint8ClampedArray): WebGLTexture {
  const large = new Uint8Array(w * h * 64);
  for (let y = 0; y < h * 4; y++)
    for (let x = 0; x < w * 4; x++) {
      const from = ((y >> 2) * w + (x >> 2)) * 4;
      large.set(pixels.subarray(from, from + 4), (y * w * 4 + x) * 4);
    }
  const texture = makeTexture(gl);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, w * 4, h * 4, 0, gl.RGBA, gl.UNSIGNED_BYTE, large);
  return texture;
}

function drawn(shift: readonly [number, number]): Uint8Array {
  const gl = open();
  takeOver(gl, gl.createVertexArray());
  const fit = GlMaskFit.create(gl)!;
  const mask = makeTexture(gl);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, w, h, 0, gl.RED, gl.UNSIGNED_BYTE, disc());
  const fitted = fit.draw(frameOf(gl, picture()), mask, shift);
  gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer());
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, fitted, 0);
  const read = new Uint8Array(w * h * 4);
  gl.readPixels(0, 0, w, h, gl.RGBA, gl.UNSIGNED_BYTE, read);
  expect(gl.getError()).to.equal(gl.NO_ERROR);
  return Uint8Array.from({ length: w * h }, (_, i) => read[i * 4]!);
}

describe('a mask that is fitted to a frame on the GPU', () => {
  for (const shift of [
    [0, 0],
    [-3 / w, 1 / h],
  ] as const)
    it(`is the one that is fitted in memory, moved by ${shift.join(', ')}`, () => {
      const inMemory = new MaskFit(w, h);
      inMemory.fit(disc(), picture(), shift);
      const made = drawn(shift);
      const off = made.map((value, i) => Math.abs(value - inMemory.values[i]!));
      // Half-precision numbers, which drivers round in their own ways: 7 of 255 with SwiftShader, 14 with llvmpipe.
      expect(Math.max(...off)).to.be.lessThan(20);
      expect(off.reduce((sum, value) => sum + value, 0) / off.length).to.be.lessThan(0.5);
      // And it has moved: the disc's true edge is at 88 and 168, the mask's own at 89 and 173.
      const row = made.subarray(72 * w, 73 * w);
      expect([row[86]! < 128, row[90]! > 128, row[166]! > 128, row[172]! < 128]).to.deep.equal(Array(4).fill(true));
    });

  it('is left as it is where nothing finer than bytes can be drawn', () => {
    const gl = open();
    expect(GlMaskFit.create(Object.create(gl, { getExtension: { value: () => null } }))).to.equal(null);
  });
});
