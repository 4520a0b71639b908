import { expect } from '@open-wc/testing';
import type { Composition } from '../compositor.js';
import { noEffect, type Effect } from '../effect.js';
import { maskHeight, maskWidth, type PixelSegmenter } from '../segmenter.js';
import { wholeFrame } from '../trace/face-framer.js';
import { I420Compositor } from './i420-compositor.js';

const blur: Effect = { ...noEffect, background: 'blur', strength: 3 };
const image: Effect = { ...noEffect, background: 'image', imageId: 'a' };

/** Says that all of a picture is a person, or nothing of it; and keeps what it was shown. */
class Segmenter implements PixelSegmenter {
  person = 0;
  readonly shown: number[] = [];
  /** How much of a person is in each column, where that differs. */
  column: ((x: number) => number) | null = null;
  run(rgba: Uint8ClampedArray, mask: Uint8Array): void {
    this.shown.push(rgba[1]!);
    const { person, column } = this;
    for (let i = 0; i < mask.length; i++) mask[i] = column ? column(i % maskWidth) : person;
  }
}

/** A grey frame. */
function grey(width: number, height: number, luma: number, colorSpace: VideoColorSpaceInit = {}): VideoFrame {
  const planes = new Uint8Array((width * height * 3) / 2).fill(128).fill(luma, 0, width * height);
  return new VideoFrame(planes, { format: 'I420', codedWidth: width, codedHeight: height, timestamp: 5, colorSpace });
}

/** A frame that is bright on the left of `edge` and dark on the right. */
function halves(width: number, height: number, edge: number): VideoFrame {
  const planes = new Uint8Array((width * height * 3) / 2).fill(128);
  for (let i = 0; i < width * height; i++) planes[i] = i % width < edge ? 200 : 60;
  return new VideoFrame(planes, { format: 'I420', codedWidth: width, codedHeight: height, timestamp: 5 });
}

async function planesOf(frame: VideoFrame): Promise<Uint8Array> {
  const planes = new Uint8Array(frame.allocationSize());
  await frame.copyTo(planes);
  frame.close();
  return planes;
}

const flat = async (color: string): Promise<ImageBitmap> => {
  const pen = new OffscreenCanvas(16, 16).getContext('2d')!;
  pen.fillStyle = color;
  pen.fillRect(0, 0, 16, 16);
  return createImageBitmap(pen.canvas);
};

function setup() {
  const segmenter = new Segmenter();
  const compositor = new I420Compositor(segmenter);
  const make = (frame: VideoFrame, change: Partial<Composition> = {}) => {
    const made = compositor.compose(frame, { effect: blur, crop: wholeFrame, shift: [0, 0], scale: 1, ...change });
    frame.close();
    return planesOf(made);
  };
  /** Loads a frame, finds the person in it and makes the picture. */
  const next = async (frame: VideoFrame, change: Partial<Composition> = {}) => {
    await compositor.load(frame);
    compositor.segment([0, 0]);
    return make(frame, change);
  };
  return { segmenter, compositor, make, next };
}

describe('composing in memory', () => {
  it('makes nothing before a frame is loaded', () => {
    const frame = grey(64, 48, 100);
    const { compositor } = setup();
    const composition = { effect: blur, crop: wholeFrame, shift: [0, 0], scale: 1 } as const;
    expect(() => compositor.compose(frame, composition)).to.throw();
    frame.close();
  });

  it('has no mask at first, and none any more for a frame of another size: the person is elsewhere in it', async () => {
    const { compositor, next } = setup();
    expect(compositor.hasMask).to.equal(false);
    await next(grey(64, 48, 100));
    for (const [width, height, known] of [
      [64, 48, true],
      [64, 64, false],
      [96, 64, false],
    ] as const) {
      const frame = grey(width, height, 100);
      await compositor.load(frame);
      expect(compositor.hasMask, `${width} × ${height}`).to.equal(known);
      compositor.segment([0, 0]);
      frame.close();
    }
  });

  it('shows the model each frame, and fits the mask to it', async () => {
    const { segmenter, compositor, make } = setup();
    for (const luma of [60, 200]) {
      const frame = grey(64, 48, luma);
      await compositor.load(frame);
      compositor.segment([0, 0]);
      compositor.segment([0, 0]);
      await make(frame);
    }
    const [dark, again, bright] = segmenter.shown;
    expect([again === dark, bright! - dark! > 100]).to.deep.equal([true, true]);
  });

  it('shows the room of this frame, not of the one before', async () => {
    const { next } = setup();
    for (const luma of [60, 200]) expect((await next(grey(64, 48, luma)))[70]).to.be.closeTo(luma, 1);
  });

  it('puts a picture behind the person in the frame’s size and colours, and blurs the room without one', async () => {
    const { segmenter, compositor, next } = setup();
    const bt601 = { matrix: 'smpte170m' } as const;
    compositor.setImage(await flat('#f00'));
    const red = (planes: Uint8Array) => [planes[0], planes[64 * 48]];
    expect(red(await next(grey(64, 48, 100), { effect: image })), 'BT.709').to.deep.equal([63, 102]);
    expect((await next(grey(96, 64, 100), { effect: image }))[96 * 64 - 1], 'larger').to.equal(63);
    expect(red(await next(grey(64, 48, 100), { effect: image }))).to.deep.equal([63, 102]);
    expect(red(await next(grey(64, 48, 100, bt601), { effect: image })), 'BT.601').to.deep.equal([82, 90]);
    expect((await next(grey(64, 48, 100)))[0], 'where only blur is wanted').to.equal(100);
    compositor.setImage(await flat('#fff'));
    expect((await next(grey(96, 64, 100), { effect: image }))[0], 'another picture').to.equal(235);
    compositor.setImage(null);
    expect((await next(grey(96, 64, 100), { effect: image }))[0], 'none').to.equal(100);
    segmenter.person = 255;
    compositor.setImage(await flat('#fff'));
    expect((await next(grey(96, 64, 100), { effect: image }))[0], 'all of it is a person').to.equal(100);
  });

  it('shows the model a frame in its own colours, also one that has to be converted', async () => {
    const { segmenter, next } = setup();
    const planes = new Uint8Array((64 * 48 * 3) / 2)
      .fill(82, 0, 64 * 48)
      .fill(90, 64 * 48, 64 * 60)
      .fill(240, 64 * 60);
    const colorSpace = { matrix: 'smpte170m' } as const;
    const size = { codedWidth: 64, codedHeight: 48, timestamp: 5 };
    await next(new VideoFrame(planes, { format: 'I420', ...size, colorSpace }));
    const white = new Uint8Array(64 * 48 * 4).fill(255);
    const made = await next(new VideoFrame(white, { format: 'RGBA', ...size }));
    expect(segmenter.shown[0], 'no green in red').to.be.lessThan(5);
    expect(segmenter.shown[1]).to.be.greaterThan(250);
    expect(made[0]).to.be.closeTo(235, 1);
  });

  it('blurs an edge of the room, leaves it where nothing is wanted, and shows the part that is asked for', async () => {
    const { next } = setup();
    const step = (planes: Uint8Array) => planes[320 * 90 + 156]! - planes[320 * 90 + 164]!;
    const frame = () => halves(320, 180, 160);
    expect(step(await next(frame()))).to.be.lessThan(60);
    const traced: Effect = { ...noEffect, faceTrace: true };
    expect(step(await next(frame(), { effect: traced }))).to.equal(140);
    const crop = { x: 0.5, y: 0, width: 0.5, height: 0.5 };
    expect(step(await next(frame(), { effect: traced, crop })), 'the dark half alone').to.equal(0);
  });

  it('fits a mask of the frame before to the edges of this one', async () => {
    const { segmenter, compositor, make } = setup();
    segmenter.column = (x) => Math.min(255, Math.max(0, 128 + (128 - x) * 16));
    compositor.setImage(await flat('#fff'));
    const first = halves(maskWidth, maskHeight, 132);
    await compositor.load(first);
    compositor.segment([0, 0]);
    await make(first, { effect: image });
    const second = halves(maskWidth, maskHeight, 124);
    await compositor.load(second);
    const row = (await make(second, { effect: image })).subarray(maskWidth * 72, maskWidth * 73);
    expect(row[128], 'room in this one, a person in the one before').to.be.greaterThan(130);
  });
});
