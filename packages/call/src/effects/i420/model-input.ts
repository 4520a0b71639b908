import type { I420Layout } from './i420-layout.js';
import type { Matrix } from './rgba-to-i420.js';

/** What one step of each colour difference adds to red, green (twice) and blue: limited range. */
const differences: Readonly<
  Record<Matrix, readonly [crRed: number, cbGreen: number, crGreen: number, cbBlue: number]>
> = {
  bt709: [1.793, 0.213, 0.533, 2.112],
  bt601: [1.596, 0.392, 0.813, 2.017],
};
const thirds = [1 / 6, 3 / 6, 5 / 6];
const halves = [1 / 4, 3 / 4];

/**
 * Makes the small RGBA picture that the model looks at and the mask is fitted to: for each pixel nine samples of
 * brightness and four of colour, spread over its area at every camera size. With four in one place the mask followed the
 * noise (docs/decisions/0015).
 */
export class ModelInput {
  readonly #layout: I420Layout;
  readonly #columns: readonly Int32Array[];
  readonly #rows: readonly Int32Array[];
  readonly #chromaColumns: readonly Int32Array[];
  readonly #chromaRows: readonly Int32Array[];

  constructor(layout: I420Layout, width: number, height: number) {
    this.#layout = layout;
    this.#columns = thirds.map((into) => samples(width, layout.width, into));
    this.#rows = thirds.map((into) => samples(height, layout.height, into));
    this.#chromaColumns = halves.map((into) => samples(width, layout.chromaWidth, into));
    this.#chromaRows = halves.map((into) => samples(height, layout.chromaHeight, into));
  }

  write(source: Uint8Array, out: Uint8ClampedArray, matrix: Matrix): void {
    const { width, chromaWidth, u, v } = this.#layout;
    const [crRed, cbGreen, crGreen, cbBlue] = differences[matrix];
    const [left, middle, right] = this.#columns as [Int32Array, Int32Array, Int32Array];
    const [upper, centre, lower] = this.#rows as [Int32Array, Int32Array, Int32Array];
    const [chromaLeft, chromaRight] = this.#chromaColumns as [Int32Array, Int32Array];
    const [chromaTop, chromaBottom] = this.#chromaRows as [Int32Array, Int32Array];
    for (let y = 0, o = 0; y < upper.length; y++) {
      const a = upper[y]! * width;
      const b = centre[y]! * width;
      const c = lower[y]! * width;
      const top = chromaTop[y]! * chromaWidth;
      const bottom = chromaBottom[y]! * chromaWidth;
      for (let x = 0; x < left.length; x++, o += 4) {
        const l = left[x]!;
        const m = middle[x]!;
        const r = right[x]!;
        const first = source[a + l]! + source[a + m]! + source[a + r]!;
        const second = source[b + l]! + source[b + m]! + source[b + r]!;
        const third = source[c + l]! + source[c + m]! + source[c + r]!;
        const luma = 1.164 * ((first + second + third) / 9 - 16);
        const i = top + chromaLeft[x]!;
        const j = top + chromaRight[x]!;
        const k = bottom + chromaLeft[x]!;
        const n = bottom + chromaRight[x]!;
        const cb = (source[u + i]! + source[u + j]! + source[u + k]! + source[u + n]!) / 4 - 128;
        const cr = (source[v + i]! + source[v + j]! + source[v + k]! + source[v + n]!) / 4 - 128;
        out[o] = luma + crRed * cr;
        out[o + 1] = luma - cbGreen * cb - crGreen * cr;
        out[o + 2] = luma + cbBlue * cb;
        out[o + 3] = 255;
      }
    }
  }
}

/** Where among `length` samples those of `count` pixels are that lie this far into them. */
const samples = (count: number, length: number, into: number): Int32Array =>
  Int32Array.from({ length: count }, (_, i) => Math.trunc(((i + into) * length) / count));
