import { expect } from '@open-wc/testing';
import type { Composition } from '../compositor.js';
import { noEffect, type Effect } from '../effect.js';
import { maskHeight, maskWidth, type TextureSegmenter } from '../segmenter.js';
import { pixelsOf } from '../testing/measure.js';
import { wholeFrame } from '../trace/face-framer.js';
import { GlCompositor } from './gl-compositor.js';
import { makeTexture } from './gl-target.js';

const blur: Effect = { ...noEffect, background: 'blur', strength: 3 };
const image: Effect = { ...noEffect, background: 'image', imageId: 'a' };

/** A compositor whose model says that all of a frame is a person, or that share of one. */
function setup() {
  const canvas = new OffscreenCanvas(16, 16);
  const gl = canvas.getContext('webgl2', { alpha: false, antialias: false, premultipliedAlpha: false })!;
  let person = 0;
  const segmenter: TextureSegmenter = {
    inputTexture: makeTexture(gl),
    run(onMask) {
      const mask = makeTexture(gl);
      const values = new Uint8Array(maskWidth * maskHeight).fill(person);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, maskWidth, maskHeight, 0, gl.RED, gl.UNSIGNED_BYTE, values);
      onMask(mask);
    },
    close: () => undefined,
  };
  const compositor = new GlCompositor(gl, canvas, segmenter);
  const make = async (frame: VideoFrame, change: Partial<Composition> = {}) => {
    const made = compositor.compose(frame, { effect: blur, crop: wholeFrame, shift: [0, 0], scale: 1, ...change });
    frame.close();
    const seen = { width: made.displayWidth, height: made.displayHeight, pixels: await pixelsOf(made) };
    made.close();
    expect(gl.getError()).to.equal(gl.NO_ERROR);
    return seen;
  };
  /** Loads a frame, finds that share of a person in it and makes the picture. */
  const next = async (frame: VideoFrame, change: Partial<Composition> = {}, share = 0) => {
    person = share;
    await compositor.load(frame);
    compositor.segment([0, 0]);
    return make(frame, change);
  };
  const mask = () => {
    const out = new Uint8Array(maskWidth * maskHeight);
    compositor.readMask(out);
    return out[0]!;
  };
  return { gl, compositor, next, mask };
}

/** A frame of stripes, white and black. */
function stripes(width: number, height: number): VideoFrame {
  const pixels = new Uint8Array(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) if (i % 4 < 2) pixels.fill(0, i * 4, i * 4 + 3);
  return new VideoFrame(pixels, { format: 'RGBA', codedWidth: width, codedHeight: height, timestamp: 5 });
}

const flat = async (color: string): Promise<ImageBitmap> => {
  const pen = new OffscreenCanvas(16, 16).getContext('2d')!;
  pen.fillStyle = color;
  pen.fillRect(0, 0, 16, 16);
  return createImageBitmap(pen.canvas);
};

/** Lightest less darkest of the green along the middle. */
const contrast = ({ width, height, pixels }: { width: number; height: number; pixels: Uint8ClampedArray }) => {
  const row = Array.from({ length: width - 40 }, (_, x) => pixels[((height >> 1) * width + x + 20) * 4 + 1]!);
  return Math.max(...row) - Math.min(...row);
};

describe('composing with shaders', () => {
  it('has no mask at first, and none any more for a frame of another size: the person is elsewhere in it', async () => {
    const { compositor, next } = setup();
    expect(compositor.hasMask).to.equal(false);
    await next(stripes(128, 96));
    for (const [width, height, known] of [
      [128, 96, true],
      [128, 64, false],
      [96, 64, false],
    ] as const) {
      const frame = stripes(width, height);
      await compositor.load(frame);
      expect(compositor.hasMask, `${width} × ${height}`).to.equal(known);
      compositor.segment([0, 0]);
      frame.close();
    }
  });

  it('takes a first mask as it is, also after another size, and eases later ones', async () => {
    const { next, mask } = setup();
    await next(stripes(128, 96), {}, 100);
    expect(mask()).to.equal(100);
    await next(stripes(128, 96), {}, 110);
    expect(mask()).to.be.closeTo(103, 1);
    await next(stripes(96, 64), {}, 130);
    expect(mask()).to.equal(130);
  });

  it('blurs what is no person, leaves the person, and nothing where nothing is wanted', async () => {
    const { next } = setup();
    expect(contrast(await next(stripes(128, 96)))).to.be.lessThan(30);
    expect(contrast(await next(stripes(128, 96), {}, 255))).to.be.greaterThan(200);
    expect(contrast(await next(stripes(128, 96), { effect: { ...noEffect, faceTrace: true } }))).to.be.greaterThan(200);
  });

  it('puts a picture behind the person, and blurs the room without one', async () => {
    const { compositor, next } = setup();
    const first = async (share = 0) => [...(await next(stripes(128, 96), { effect: image }, share)).pixels.slice(0, 3)];
    compositor.setImage(await flat('#0f0'));
    expect(await first()).to.deep.equal([0, 255, 0]);
    compositor.setImage(await flat('#00f'));
    expect(await first()).to.deep.equal([0, 0, 255]);
    expect(await first(255), 'all of it is a person').to.deep.equal([0, 0, 0]);
    expect(contrast(await next(stripes(128, 96))), 'where only blur is wanted').to.be.lessThan(30);
    expect((await next(stripes(128, 96))).pixels[1]).to.be.greaterThan(50);
    compositor.setImage(null);
    expect(contrast(await next(stripes(128, 96), { effect: image }))).to.be.lessThan(30);
  });

  it('keeps no picture that was replaced', async () => {
    const { compositor, gl } = setup();
    let alive = 0;
    const { createTexture, deleteTexture } = gl;
    Object.assign(gl, {
      createTexture: () => (alive++, createTexture.call(gl)),
      deleteTexture: (one: WebGLTexture) => (alive--, deleteTexture.call(gl, one)),
    });
    for (const color of ['#f00', '#0f0']) compositor.setImage(await flat(color));
    expect(alive).to.equal(1);
    compositor.setImage(null);
    expect(alive).to.equal(0);
  });

  it('makes a smaller picture where that is wanted', async () => {
    const { next } = setup();
    const { width, height } = await next(stripes(128, 96), { scale: 0.5 });
    expect([width, height]).to.deep.equal([64, 48]);
  });
});
