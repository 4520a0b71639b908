import { expect } from '@open-wc/testing';
import type { Composition } from '../compositor.js';
import { noEffect, type Effect } from '../effect.js';
import type { PixelSegmenter } from '../segmenter.js';
import { wholeFrame } from '../trace/face-framer.js';
import { I420Compositor } from './i420-compositor.js';

const blur: Effect = { ...noEffect, background: 'blur', strength: 3 };
const image: Effect = { ...noEffect, background: 'image', imageId: 'a' };

/** Says that all of a picture is a person, or nothing of it; and keeps what it was shown. */
class Segmenter implements PixelSegmenter {
  person = 0;
  readonly shown: number[] = [];
  run(rgba: Uint8ClampedArray, mask: Uint8Array): void {
    this.shown.push(rgba[1]!);
    mask.fill(this.person);
  }
}

/** A grey frame. */
function grey(width: number, height: number, luma: number, colorSpace: VideoColorSpaceInit = {}): VideoFrame {
  const planes = new Uint8Array((width * height * 3) / 2).fill(128).fill(luma, 0, width * height);
  return new VideoFrame(planes, { format: 'I420', codedWidth: width, codedHeight: height, timestamp: 5, colorSpace });
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
    expect(red(await next(grey(64, 48, 100, bt601), { effect: image })), 'BT.601').to.deep.equal([82, 90]);
    expect((await next(grey(96, 64, 100), { effect: image }))[96 * 64 - 1]).to.equal(63);
    compositor.setImage(await flat('#fff'));
    expect((await next(grey(96, 64, 100), { effect: image }))[0], 'another picture').to.equal(235);
    compositor.setImage(null);
    expect((await next(grey(96, 64, 100), { effect: image }))[0], 'none').to.equal(100);
    segmenter.person = 255;
    compositor.setImage(await flat('#fff'));
    expect((await next(grey(96, 64, 100), { effect: image }))[0], 'all of it is a person').to.equal(100);
  });
});
