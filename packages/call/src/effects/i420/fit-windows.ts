import { clamp } from '../clamp.js';
import type { Shift } from '../compositor.js';

/** Windows are 2 × 3 + 1 pixels wide and high, at half the mask's size. */
export const reach = 3;
/** How much the colours of a window have to differ before they say anything, as a variance of colours of 0…1. */
const flat = 2e-5;
/** A mask value this near to 0 or 255 is one of them: only what is left between them has to be fitted. */
const sure = 13;
/** Of a sum of four bytes. */
const most = 4 * 255;
/** Sums of a window: the mask, three colours, the mask times each, and the colours times one another. */
const sums = 13;

/** Tells a mask as a linear function of a picture's colours, for a window round each pixel of half their size. */
export class FitWindows {
  /** Half the mask's. */
  readonly width: number;
  readonly height: number;
  /** Factors of red, green and blue and a constant, in bytes, pixel after pixel. */
  readonly factors: Float32Array;
  /** Red, green, blue and mask of one pixel after another, each the sum of four. */
  readonly #small: Int32Array;
  readonly #columns: Int32Array;
  readonly #window = new Int32Array(sums);

  constructor(width: number, height: number) {
    [this.width, this.height] = [width, height];
    this.factors = new Float32Array(width * height * 4);
    this.#small = new Int32Array(width * height * 4);
    this.#columns = new Int32Array(width * sums);
  }

  /** Fits `mask`, 0…255, moved by `shift`, to a picture of its size in RGBA. */
  fit(mask: ArrayLike<number>, rgba: Uint8ClampedArray, shift: Shift): void {
    this.#shrink(mask, rgba, shift);
    this.#solve();
  }

  #shrink(mask: ArrayLike<number>, rgba: Uint8ClampedArray, shift: Shift): void {
    const [width, height] = [this.width * 2, this.height * 2];
    const small = this.#small;
    const [dx, dy] = [shift[0] * width, shift[1] * height];
    for (let y = 0, o = 0; y < this.height; y++) {
      const at = clamp(2 * y + 0.5 - dy, 0, height - 1);
      const upper = Math.min(height - 2, Math.trunc(at));
      const below = at - upper;
      for (let x = 0; x < this.width; x++, o += 4) {
        const i = (2 * y * width + 2 * x) * 4;
        const j = i + width * 4;
        for (let part = 0; part < 3; part++)
          small[o + part] = rgba[i + part]! + rgba[i + 4 + part]! + rgba[j + part]! + rgba[j + 4 + part]!;
        const across = clamp(2 * x + 0.5 - dx, 0, width - 1);
        const left = Math.min(width - 2, Math.trunc(across));
        const beyond = across - left;
        const k = upper * width + left;
        const top = mask[k]! + (mask[k + 1]! - mask[k]!) * beyond;
        const bottom = mask[k + width]! + (mask[k + width + 1]! - mask[k + width]!) * beyond;
        small[o + 3] = clamp(((top + (bottom - top) * below - sure) * most) / (255 - 2 * sure) + 0.5, 0, most);
      }
    }
  }

  /** By running sums, which are exact, as all of them are whole numbers. */
  #solve(): void {
    const { width: w, height: h, factors } = this;
    const columns = this.#columns;
    const window = this.#window;
    columns.fill(0);
    for (let y = 0; y < reach; y++) this.#slideColumns(y, -1);
    for (let y = 0; y < h; y++) {
      this.#slideColumns(y + reach, y - reach - 1);
      const rows = Math.min(h - 1, y + reach) - Math.max(0, y - reach) + 1;
      let person = 0;
      for (let x = 0; x < reach; x++) person += columns[x * sums]!;
      let sliding = false;
      for (let x = 0, o = y * w * 4; x < w; x++, o += 4) {
        const first = Math.max(0, x - reach);
        const last = Math.min(w - 1, x + reach);
        if (x + reach < w) person += columns[last * sums]!;
        if (x > reach) person -= columns[(first - 1) * sums]!;
        const count = rows * (last - first + 1);
        if (person === 0 || person === count * most) {
          // All room or all person, as most windows are: there is no edge in it to fit.
          factors[o] = factors[o + 1] = factors[o + 2] = 0;
          factors[o + 3] = person === 0 ? 0 : 255;
          sliding = false;
          continue;
        }
        if (sliding) {
          if (x + reach < w) for (let k = 0, i = last * sums; k < sums; k++) window[k]! += columns[i + k]!;
          if (x > reach) for (let k = 0, i = (first - 1) * sums; k < sums; k++) window[k]! -= columns[i + k]!;
        } else {
          window.fill(0);
          for (let i = first * sums; i < (last + 1) * sums; i += sums)
            for (let k = 0; k < sums; k++) window[k]! += columns[i + k]!;
          sliding = true;
        }
        solve(window, count, factors, o);
      }
    }
  }

  /** Takes one row into the sums of the columns and another out of them, where there are such rows. */
  #slideColumns(entering: number, leaving: number): void {
    if (entering < this.height) addRow(this.#columns, this.#small, entering * this.width * 4, this.width, 1);
    if (leaving >= 0) addRow(this.#columns, this.#small, leaving * this.width * 4, this.width, -1);
  }
}

/** Adds a row of the half-size picture to the sums of its columns, or takes it away. */
function addRow(columns: Int32Array, small: Int32Array, start: number, width: number, sign: 1 | -1): void {
  for (let i = start, o = 0; o < width * sums; i += 4, o += sums) {
    const r = small[i]!;
    const g = small[i + 1]!;
    const b = small[i + 2]!;
    const p = sign * small[i + 3]!;
    const sr = sign * r;
    const sg = sign * g;
    const sb = sign * b;
    columns[o]! += p;
    columns[o + 1]! += sr;
    columns[o + 2]! += sg;
    columns[o + 3]! += sb;
    columns[o + 4]! += p * r;
    columns[o + 5]! += p * g;
    columns[o + 6]! += p * b;
    columns[o + 7]! += sr * r;
    columns[o + 8]! += sr * g;
    columns[o + 9]! += sr * b;
    columns[o + 10]! += sg * g;
    columns[o + 11]! += sg * b;
    columns[o + 12]! += sb * b;
  }
}

/** Solves for mask = fr·red + fg·green + fb·blue + constant, in bytes; `n` pixels have been summed. */
function solve(window: Int32Array, n: number, out: Float32Array, o: number): void {
  const mean = window[0]! / n;
  const [r, g, b] = [window[1]! / n, window[2]! / n, window[3]! / n];
  const [pr, pg, pb] = [window[4]! / n - mean * r, window[5]! / n - mean * g, window[6]! / n - mean * b];
  const least = flat * most * most;
  const [rr, rg, rb] = [window[7]! / n - r * r + least, window[8]! / n - r * g, window[9]! / n - r * b];
  const [gg, gb, bb] = [window[10]! / n - g * g + least, window[11]! / n - g * b, window[12]! / n - b * b + least];
  const [a, d, e] = [gg * bb - gb * gb, rb * gb - rg * bb, rg * gb - rb * gg];
  const scale = 1 / (rr * a + rg * d + rb * e);
  const [c, f, i] = [rr * bb - rb * rb, rg * rb - rr * gb, rr * gg - rg * rg];
  const fr = (a * pr + d * pg + e * pb) * scale;
  const fg = (d * pr + c * pg + f * pb) * scale;
  const fb = (e * pr + f * pg + i * pb) * scale;
  [out[o], out[o + 1], out[o + 2]] = [fr, fg, fb];
  out[o + 3] = (mean - fr * r - fg * g - fb * b) / 4;
}
