import { clamp } from '../clamp.js';
import type { Shift } from '../compositor.js';

/** How much of a new mask is taken where nothing has changed: calms the edge without trailing behind motion. */
const atRest = 0.3;

/**
 * The person mask between frames, 0…255. Where a new mask differs little from the one before it is taken in slowly,
 * where it differs much at once: plain averaging would cost accuracy in motion (effects.md §4).
 */
export class PersonMask {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
  #known = false;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.values = new Float32Array(width * height);
  }

  get known(): boolean {
    return this.#known;
  }

  forget(): void {
    this.#known = false;
  }

  /** Takes a new mask; the one before is moved by `shift`, as the person has. */
  update(next: Uint8Array, shift: Shift): void {
    const { values, width, height } = this;
    if (!this.#known) {
      values.set(next);
      this.#known = true;
      return;
    }
    const dx = Math.round(shift[0] * width);
    const dy = Math.round(shift[1] * height);
    const before = dx || dy ? Float32Array.from(values) : values;
    for (let y = 0; y < height; y++) {
      const row = clamp(y - dy, 0, height - 1) * width;
      for (let x = 0; x < width; x++) {
        const old = before[row + clamp(x - dx, 0, width - 1)]!;
        const value = next[y * width + x]!;
        const t = clamp((Math.abs(value - old) / 255 - 0.12) / 0.33, 0, 1);
        values[y * width + x] = old + (value - old) * (atRest + (1 - atRest) * t * t * (3 - 2 * t));
      }
    }
  }
}
