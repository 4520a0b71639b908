import { clamp } from '../clamp.js';
import type { PlanesBehind } from './compose-picture.js';
import type { I420Layout } from './i420-layout.js';
import type { PersonMask } from './person-mask.js';

/** Each pixel of the blurred picture stands for 8 × 8 of the frame. */
const block = 8;

/**
 * The room without the person, blurred, at an eighth of the size: each block is weighted by how little of it is person,
 * so that no colour of theirs makes a halo, then three box passes, which are near enough to a Gaussian.
 */
export class BlurredBackground {
  readonly width: number;
  readonly height: number;
  /** Three planes after one another, all of the same size. */
  readonly planes: Uint8ClampedArray;
  readonly #layout: I420Layout;
  readonly #a: Float32Array;
  readonly #b: Float32Array;

  constructor(layout: I420Layout) {
    this.#layout = layout;
    this.width = Math.max(8, layout.width >> 3);
    this.height = Math.max(8, layout.height >> 3);
    const size = this.width * this.height;
    this.planes = new Uint8ClampedArray(size * 3);
    this.#a = new Float32Array(size * 4);
    this.#b = new Float32Array(size * 4);
  }

  /** The planes as they stand behind somebody. */
  get behind(): PlanesBehind {
    const { planes: values, width, height } = this;
    const plane = (index: number) => ({ coarse: { values, offset: index * width * height, width, height } });
    return [plane(0), plane(1), plane(2)];
  }

  /** `radius` in blocks, for a picture 160 blocks wide. */
  update(source: Uint8Array, mask: PersonMask, radius: number): void {
    this.#shrink(source, mask);
    const reach = Math.max(1, Math.round((this.width / 160) * radius));
    for (let pass = 0; pass < 3; pass++) this.#box(reach);
    const { planes } = this;
    const a = this.#a;
    const size = this.width * this.height;
    for (let i = 0; i < size; i++) {
      const weight = 1 / a[i * 4 + 3]!;
      planes[i] = a[i * 4]! * weight;
      planes[size + i] = a[i * 4 + 1]! * weight;
      planes[2 * size + i] = a[i * 4 + 2]! * weight;
    }
  }

  #shrink(source: Uint8Array, mask: PersonMask): void {
    const { width, height } = this;
    const { width: w, height: h, chromaWidth, chromaHeight, u, v } = this.#layout;
    const out = this.#a;
    for (let y = 0; y < height; y++) {
      const maskRow = Math.min(mask.height - 1, Math.trunc(((y + 0.5) * mask.height) / height)) * mask.width;
      const top = Math.min(y * block, Math.max(0, h - block));
      const chromaTop = Math.min(y * (block / 2), Math.max(0, chromaHeight - block / 2));
      for (let x = 0; x < width; x++) {
        const person = mask.values[maskRow + Math.min(mask.width - 1, Math.trunc(((x + 0.5) * mask.width) / width))]!;
        const weight = Math.max(0.004, clamp(1 - (person - 13) / 114, 0, 1));
        const left = Math.min(x * block, Math.max(0, w - block));
        let luma = 0;
        for (let row = 1; row < block; row += 2) {
          const at = (top + row) * w + left;
          luma += source[at + 1]! + source[at + 3]! + source[at + 5]! + source[at + 7]!;
        }
        const at = chromaTop * chromaWidth + Math.min(x * (block / 2), Math.max(0, chromaWidth - block / 2));
        const below = at + 2 * chromaWidth;
        const o = (y * width + x) * 4;
        out[o] = (luma / 16) * weight;
        out[o + 1] =
          ((source[u + at]! + source[u + at + 2]! + source[u + below]! + source[u + below + 2]!) / 4) * weight;
        out[o + 2] =
          ((source[v + at]! + source[v + at + 2]! + source[v + below]! + source[v + below + 2]!) / 4) * weight;
        out[o + 3] = weight;
      }
    }
  }

  /** One box pass along rows, then along columns, by running sums. */
  #box(reach: number): void {
    const { width, height } = this;
    const [a, b] = [this.#a, this.#b];
    const scale = 1 / ((2 * reach + 1) * (2 * reach + 1));
    for (let y = 0; y < height; y++) slide(a, b, y * width * 4, 4, width, reach, 1);
    for (let x = 0; x < width; x++) slide(b, a, x * 4, width * 4, height, reach, scale);
  }
}

/** The sum of `2 reach + 1` neighbours along one line, for four values a step. The line's ends are repeated. */
function slide(
  from: Float32Array,
  to: Float32Array,
  start: number,
  step: number,
  length: number,
  reach: number,
  scale: number,
): void {
  const last = length - 1;
  for (let part = 0; part < 4; part++) {
    const base = start + part;
    let sum = 0;
    for (let i = -reach; i <= reach; i++) sum += from[base + clamp(i, 0, last) * step]!;
    for (let i = 0; i < length; i++) {
      to[base + i * step] = sum * scale;
      sum += from[base + Math.min(last, i + reach + 1) * step]! - from[base + Math.max(0, i - reach) * step]!;
    }
  }
}
