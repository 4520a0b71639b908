import { IntegralImage } from './integral-image.js';

/** Where a head is, in shares of the frame. */
export interface Head {
  /** Centre of the face. */
  readonly x: number;
  readonly y: number;
  /** Size of the face. */
  readonly width: number;
  readonly height: number;
  /** Top of the head, and its width with hair: what the next search starts from. */
  readonly top: number;
  readonly headWidth: number;
}

/** A head as the template has it, in pixels of the mask: centre, top, width. */
interface Candidate {
  readonly x: number;
  readonly top: number;
  readonly width: number;
}

/** A head is a quarter higher than wide. */
const proportion = 1.25;

/**
 * Finds the head on a person mask, without a second model: a filled box with empty strips left, right and above it,
 * searched round the last place (or everywhere after a loss), then refined below a pixel by soft moments
 * (effects.md §5; 0.3 to 1 ms on 256×144).
 */
export class HeadTracker {
  readonly #sums = new IntegralImage();
  #last: Head | null = null;
  #misses = 0;

  /** The head in this mask (0…255, row 0 on top), or null. */
  find(mask: Uint8Array, width: number, height: number): Head | null {
    this.#sums.fill(mask, width, height);
    const found = (this.#last && this.#near(this.#last, width, height)) ?? this.#anywhere(width, height);
    const head = found && refine(found, mask, width, height);
    if (head) {
      this.#misses = 0;
      return (this.#last = head);
    }
    // One bad mask does not lose a person who is still there.
    if (++this.#misses > 3) this.#last = null;
    return null;
  }

  #near(last: Head, width: number, height: number): Candidate | null {
    const size = last.headWidth * width;
    const step = Math.max(1, size * 0.08);
    let best = -1;
    let found: Candidate | null = null;
    for (const scale of [0.88, 0.94, 1, 1.06, 1.13])
      for (let dy = -6; dy <= 6; dy++)
        for (let dx = -6; dx <= 6; dx++) {
          const candidate = { x: last.x * width + dx * step, top: last.top * height + dy * step, width: size * scale };
          // Staying is likelier than jumping or growing.
          const score = this.#score(candidate) - 0.00768 * (dx * dx + dy * dy) - Math.abs(scale - 1) * 0.6;
          if (score > best) [best, found] = [score, candidate];
        }
    return best < 0.75 ? null : found;
  }

  #anywhere(width: number, height: number): Candidate | null {
    let best = -1;
    let found: Candidate | null = null;
    for (let size = width * 0.05; size < width * 0.5; size *= 1.15) {
      const step = Math.max(1, size * 0.12);
      for (let top = 0; top < height - size * 0.8; top += step)
        for (let x = size * 0.4; x < width - size * 0.4; x += step) {
          const score = this.#score({ x, top, width: size });
          if (score <= 0) continue;
          const favoured = score + 0.22 * Math.log(size / (width * 0.1));
          if (favoured > best) [best, found] = [favoured, { x, top, width: size }];
        }
    }
    return best < 0.95 ? null : found;
  }

  #score({ x, top, width: w }: Candidate): number {
    const h = w * proportion;
    const mean = (a: number, b: number, c: number, d: number) =>
      this.#sums.mean(x + w * a, top + h * b, x + w * c, top + h * d);
    const inside = mean(-0.4, 0.096, 0.4, 0.85);
    if (inside < 0.5) return -1;
    const filled = (a: number, b: number, c: number, d: number) => Math.max(0, mean(a, b, c, d));
    const left = filled(-0.86, 0, -0.56, 0.62);
    const right = filled(0.56, 0, 0.86, 0.62);
    const above = filled(-0.3, -0.24, 0.3, -0.048);
    const edges = filled(-0.5, 0.25, -0.38, 0.6) + filled(0.38, 0.25, 0.5, 0.6);
    const below = filled(-0.25, 1, 0.25, 1.35);
    const strips = Math.min(left, right) + Math.max(left, right) * 0.5;
    return inside * 1.2 + edges * 0.35 + below * 0.3 - strips - above * 0.9;
  }
}

/** Centre and width by the mass at head level, top edge by the mass of its columns; twice, as each moves the other. */
function refine(candidate: Candidate, mask: Uint8Array, width: number, height: number): Head | null {
  let { x, top, width: size } = candidate;
  for (let round = 0; round < 2; round++) {
    const h = size * proportion;
    const [y0, y1] = [Math.max(0, Math.round(top + h * 0.18)), Math.min(height, Math.round(top + h * 0.62))];
    const [x0, x1] = [Math.max(0, Math.round(x - size * 0.68)), Math.min(width, Math.round(x + size * 0.68))];
    let mass = 0;
    let moment = 0;
    for (let row = y0; row < y1; row++)
      for (let column = x0; column < x1; column++) {
        const value = mask[row * width + column]!;
        mass += value;
        moment += value * (column + 0.5);
      }
    if (mass <= 0 || y1 <= y0) return null;
    const [u0, u1] = [Math.max(0, Math.round(x - size * 0.2)), Math.min(width, Math.round(x + size * 0.2))];
    const [v0, v1] = [Math.max(0, Math.round(top - size * 0.45)), Math.min(height, Math.round(top + size * 0.5))];
    let columns = 0;
    for (let column = u0; column < u1; column++)
      for (let row = v0; row < v1; row++) columns += mask[row * width + column]!;
    x = moment / mass;
    size = Math.min(size * 1.25, Math.max(size * 0.8, (mass / 255 / (y1 - y0)) * 1.04));
    if (u1 > u0) top = v1 - columns / 255 / (u1 - u0);
  }
  return {
    x: x / width,
    y: (top + size * 0.72) / height,
    width: (size * 0.66) / width,
    height: (size * 0.86) / height,
    top: top / height,
    headWidth: size / width,
  };
}
