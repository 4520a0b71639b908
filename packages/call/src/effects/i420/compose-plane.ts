import { clamp } from '../clamp.js';
import { cellBounds, sampleGrid, type SampleGrid } from './sample-grid.js';

/** Below this a mask value is background for certain, from the other on it is the person. */
const surelyBackground = 51;
const surelyPerson = 179;

/** smoothstep(0.2, 0.7) of a mask value: the share of the person in a pixel. */
const share = Uint8Array.from({ length: 256 }, (_, value) => {
  const t = clamp((value / 255 - 0.2) / 0.5, 0, 1);
  return Math.round(255 * t * t * (3 - 2 * t));
});

/** A mask, or a coarse plane, that is stretched over a plane. */
export interface Coarse {
  readonly values: ArrayLike<number>;
  readonly offset: number;
  readonly width: number;
  readonly height: number;
}

/** What stands behind: the same plane of a full-size picture, or a coarse plane that is stretched. */
export type Behind = { readonly full: Uint8Array } | { readonly coarse: Coarse };

/**
 * Puts the person of one plane before a background. Each row is cut into spans of person, background and edge, so that
 * most pixels are a copy or a fill, and only the edge is blended.
 */
export class PlaneComposer {
  readonly #width: number;
  readonly #height: number;
  readonly #maskWidth: number;
  readonly #maskGrid: SampleGrid;
  readonly #bounds: Int32Array;
  readonly #maskRow: Int32Array;
  #backGrid: SampleGrid | null = null;
  #backRow = new Int32Array(0);

  constructor(width: number, height: number, maskWidth: number) {
    this.#width = width;
    this.#height = height;
    this.#maskWidth = maskWidth;
    this.#maskGrid = sampleGrid(width, maskWidth);
    this.#bounds = cellBounds(width, maskWidth);
    this.#maskRow = new Int32Array(maskWidth);
  }

  /** Writes a plane at `offset` of `out`. */
  compose(source: Uint8Array, out: Uint8Array, offset: number, mask: Coarse, behind: Behind): void {
    if ('coarse' in behind) this.#fitBack(behind.coarse);
    for (let y = 0; y < this.#height; y++) {
      stretchRow(mask, ((y + 0.5) * mask.height) / this.#height - 0.5, this.#maskRow, 1);
      if ('coarse' in behind) {
        const { coarse } = behind;
        stretchRow(coarse, ((y + 0.5) * coarse.height) / this.#height - 0.5, this.#backRow, 256);
      }
      this.#row(source, out, offset + y * this.#width, 'full' in behind ? behind.full : null);
    }
  }

  #fitBack({ width }: Coarse): void {
    if (this.#backRow.length === width) return;
    this.#backRow = new Int32Array(width);
    this.#backGrid = sampleGrid(this.#width, width);
  }

  #row(source: Uint8Array, out: Uint8Array, start: number, full: Uint8Array | null): void {
    const cells = this.#maskWidth;
    let cell = 0;
    while (cell <= cells) {
      const kind = this.#kind(cell);
      let end = cell + 1;
      if (kind !== 'edge') while (end <= cells && this.#kind(end) === kind) end++;
      const from = this.#bounds[cell]!;
      const to = this.#bounds[end]!;
      if (kind === 'person') out.set(source.subarray(start + from, start + to), start + from);
      else if (kind === 'edge') this.#blend(source, out, start, from, to, full);
      else if (full) out.set(full.subarray(start + from, start + to), start + from);
      else for (let x = from; x < to; x++) out[start + x] = this.#back(x);
      cell = end;
    }
  }

  /** What lies between two neighbouring samples of the mask. */
  #kind(cell: number): 'person' | 'background' | 'edge' {
    const a = this.#maskRow[Math.max(0, cell - 1)]!;
    const b = this.#maskRow[Math.min(this.#maskWidth - 1, cell)]!;
    if (a <= surelyBackground && b <= surelyBackground) return 'background';
    return a >= surelyPerson && b >= surelyPerson ? 'person' : 'edge';
  }

  #blend(source: Uint8Array, out: Uint8Array, start: number, from: number, to: number, full: Uint8Array | null): void {
    const { before, beyond } = this.#maskGrid;
    for (let x = from; x < to; x++) {
      const i = before[x]!;
      const a = this.#maskRow[i]!;
      const person = share[a + (((this.#maskRow[i + 1]! - a) * beyond[x]!) >> 8)]!;
      const back = full ? full[start + x]! : this.#back(x);
      out[start + x] = back + (((source[start + x]! - back) * person + 128) >> 8);
    }
  }

  #back(x: number): number {
    const grid = this.#backGrid!;
    const i = grid.before[x]!;
    const a = this.#backRow[i]!;
    return (a + (((this.#backRow[i + 1]! - a) * grid.beyond[x]!) >> 8)) >> 8;
  }
}

/** One row of something coarse, between two of its rows, times `scale`. */
function stretchRow({ values, offset, width, height }: Coarse, at: number, out: Int32Array, scale: number): void {
  const y = clamp(at, 0, height - 1);
  const upper = Math.min(height - 2, Math.trunc(y));
  const share = y - upper;
  const a = offset + upper * width;
  const b = a + width;
  for (let x = 0; x < width; x++) out[x] = Math.trunc((values[a + x]! * (1 - share) + values[b + x]! * share) * scale);
}
