/** Runs in the browser: how exactly a product finds the person of a clip, told by what it really makes of it. */
import { Clip } from '../../packages/call/src/effects/testing/clip.js';
import { overlap } from '../../packages/call/src/effects/testing/measure.js';
import type { ClipName } from '../../packages/call/src/effects/testing/paths.js';
import { openMaker, type Maker, type Product } from './quality-makers.js';

export interface QualityRun {
  readonly product: Product;
  readonly clip: ClipName;
  /** The first frame, and how many. */
  readonly from: number;
  readonly frames: number;
  readonly height: number;
  /** Of the sensor's noise. */
  readonly seed: number;
}

export interface Quality {
  /** Mean intersection over union with the truth. */
  readonly iou: number;
  /** Sum over all pixels of |change of alpha - true change|, alpha 0…1, mean over the frames. */
  readonly flicker: number;
}

declare global {
  interface Window {
    benchQuality(run: QualityRun): Promise<Quality>;
  }
}

/** Frames that each product gets before it is looked at: pictures and models come late in some. */
const warmUp = 3;

window.benchQuality = async ({ product, clip: name, from, frames, height, seed }) => {
  const width = (height * 16) / 9;
  const clip = await Clip.open(name, width, height, seed);
  const makers = await Promise.all(['#000', '#fff'].map((color) => openMaker(product, color, width, height)));
  for (const maker of makers) for (let ready = 0; ready < warmUp;) if (await make(maker, clip, from)) ready++;
  let [iou, flicker] = [0, 0];
  let before: { readonly alpha: Uint8Array; readonly truth: Uint8Array } | null = null;
  for (let i = 1; i <= frames; i++) {
    const [onBlack, onWhite] = [await make(makers[0]!, clip, from + i), await make(makers[1]!, clip, from + i)];
    const source = clip.frame(from + i);
    const truth = source.alpha();
    source.frame.close();
    // What both have in common is the person. Green, of which all colour formats keep the most.
    const alpha = truth.map((_, k) => 255 - Math.min(255, Math.max(0, onWhite![k * 4 + 1]! - onBlack![k * 4 + 1]!)));
    iou += overlap(alpha, truth) / frames;
    if (before) flicker += changed(alpha, truth, before) / 255 / (frames - 1);
    before = { alpha, truth };
  }
  for (const maker of makers) maker.close();
  return { iou, flicker };
};

async function make(maker: Maker, clip: Clip, index: number): Promise<Uint8ClampedArray | null> {
  const { frame } = clip.frame(index);
  const pixels = await maker.make(frame);
  frame.close();
  if (!pixels) await new Promise((done) => setTimeout(done, 20));
  return pixels;
}

function changed(
  alpha: Uint8Array,
  truth: Uint8Array,
  before: { readonly alpha: Uint8Array; readonly truth: Uint8Array },
): number {
  let sum = 0;
  for (let k = 0; k < alpha.length; k++) sum += Math.abs(alpha[k]! - before.alpha[k]! - (truth[k]! - before.truth[k]!));
  return sum;
}
