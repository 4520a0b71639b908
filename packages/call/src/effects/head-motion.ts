import type { Shift } from './compositor.js';
import { maskHeight, maskWidth } from './segmenter.js';
import type { Head } from './trace/head-tracker.js';

const still: Shift = [0, 0];
/** Slower than this, in mask pixels a frame, is noise. */
const noise = 0.15;

/** How fast the head moves, in shares of the frame per frame: masks between two inferences are moved by it. */
export class HeadMotion {
  #last: Head | null = null;
  #velocity: Shift = still;

  /** Where the head is `frames` after the last time; null when it was not found. */
  measure(head: Head | null, frames: number): void {
    const last = this.#last;
    this.#last = head;
    if (!head || !last) return void (this.#velocity = still);
    const x = (head.x - last.x) / frames;
    const y = (head.y - last.y) / frames;
    this.#velocity = Math.hypot(x * maskWidth, y * maskHeight) < noise ? still : [x, y];
  }

  /** How far it has moved in this many frames. */
  after(frames: number): Shift {
    return frames === 0 ? still : [this.#velocity[0] * frames, this.#velocity[1] * frames];
  }

  reset(): void {
    this.#last = null;
    this.#velocity = still;
  }
}
