import { clamp } from '../clamp.js';
import type { Shift } from '../compositor.js';
import { FitWindows, reach } from './fit-windows.js';

/**
 * Fits a mask to the edges of a picture: a guided filter in its fast form (He and Sun, 2015). In each window the mask is
 * told as a linear function of the colours; the mean of the functions that hold for a pixel is applied to its own
 * colour. So the soft edge of a coarse mask comes to lie where the colours change (docs/decisions/0015).
 */
export class MaskFit {
  readonly values: Uint8ClampedArray;
  readonly #windows: FitWindows;
  readonly #means: Float32Array;
  readonly #row: Float32Array;

  /** Width and height, both even, are the mask's. */
  constructor(width: number, height: number) {
    this.values = new Uint8ClampedArray(width * height);
    this.#windows = new FitWindows(width / 2, height / 2);
    this.#means = new Float32Array(width * height);
    this.#row = new Float32Array(width * 2);
  }

  /** Fits `mask`, 0…255, moved by `shift`, to a picture of its size in RGBA. */
  fit(mask: ArrayLike<number>, rgba: Uint8ClampedArray, shift: Shift): void {
    this.#windows.fit(mask, rgba, shift);
    this.#average();
    this.#apply(rgba);
  }

  /** The mean function of all windows that a pixel lies in, by running sums. */
  #average(): void {
    const { width, height, factors } = this.#windows;
    const [means, row] = [this.#means, this.#row];
    const stride = width * 4;
    row.fill(0);
    for (let i = 0; i < reach * stride; i++) row[i % stride]! += factors[i]!;
    for (let y = 0; y < height; y++) {
      const entering = (y + reach) * stride;
      const leaving = (y - reach - 1) * stride;
      if (y + reach < height) for (let i = 0; i < stride; i++) row[i]! += factors[entering + i]!;
      if (y > reach) for (let i = 0; i < stride; i++) row[i]! -= factors[leaving + i]!;
      const rows = Math.min(height - 1, y + reach) - Math.max(0, y - reach) + 1;
      let [r, g, b, c] = [0, 0, 0, 0];
      for (let x = -reach; x < width; x++) {
        const into = (x + reach) * 4;
        const out = (x - reach - 1) * 4;
        if (x + reach < width) {
          r += row[into]!;
          g += row[into + 1]!;
          b += row[into + 2]!;
          c += row[into + 3]!;
        }
        if (out >= 0) {
          r -= row[out]!;
          g -= row[out + 1]!;
          b -= row[out + 2]!;
          c -= row[out + 3]!;
        }
        if (x < 0) continue;
        const share = 1 / (rows * (Math.min(width - 1, x + reach) - Math.max(0, x - reach) + 1));
        const o = y * stride + x * 4;
        means[o] = r * share;
        means[o + 1] = g * share;
        means[o + 2] = b * share;
        means[o + 3] = c * share;
      }
    }
  }

  /** Applies the functions, between four neighbours each, to the picture at the mask's own size. */
  #apply(rgba: Uint8ClampedArray): void {
    const { width, height } = this.#windows;
    const [values, means, row] = [this.values, this.#means, this.#row];
    for (let y = 0, o = 0; y < height * 2; y++) {
      // Every pixel lies a quarter of the way from its own half-size pixel to the next one.
      const near = (y >> 1) * width * 4;
      const far = clamp((y >> 1) + (y & 1 ? 1 : -1), 0, height - 1) * width * 4;
      for (let i = 0; i < width * 4; i++) row[i] = 0.75 * means[near + i]! + 0.25 * means[far + i]!;
      for (let x = 0; x < width; x++, o += 2) {
        const a = x * 4;
        const left = x > 0 ? a - 4 : a;
        const right = x < width - 1 ? a + 4 : a;
        const r = 0.75 * row[a]!;
        const g = 0.75 * row[a + 1]!;
        const b = 0.75 * row[a + 2]!;
        const c = 0.75 * row[a + 3]!;
        const i = o * 4;
        values[o] =
          (r + 0.25 * row[left]!) * rgba[i]! +
          (g + 0.25 * row[left + 1]!) * rgba[i + 1]! +
          (b + 0.25 * row[left + 2]!) * rgba[i + 2]! +
          (c + 0.25 * row[left + 3]!);
        values[o + 1] =
          (r + 0.25 * row[right]!) * rgba[i + 4]! +
          (g + 0.25 * row[right + 1]!) * rgba[i + 5]! +
          (b + 0.25 * row[right + 2]!) * rgba[i + 6]! +
          (c + 0.25 * row[right + 3]!);
      }
    }
  }
}
