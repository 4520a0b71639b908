/** How much is done for each frame. */
export interface Level {
  /** A new mask for every frame, every second, … */
  readonly maskEvery: number;
  /** Size of the result, as a share of the camera's. */
  readonly scale: number;
  /** Frames that are made each second at most. */
  readonly fps: number;
  /** What a frame costs, compared with the first level (measured): climbing is predicted with it. */
  readonly cost: number;
}

export const levels: readonly Level[] = Object.freeze([
  { maskEvery: 1, scale: 1, fps: 30, cost: 1 },
  { maskEvery: 2, scale: 1, fps: 30, cost: 0.75 },
  { maskEvery: 3, scale: 1, fps: 30, cost: 0.65 },
  { maskEvery: 3, scale: 0.75, fps: 24, cost: 0.5 },
  { maskEvery: 3, scale: 0.5, fps: 20, cost: 0.4 },
  { maskEvery: 4, scale: 0.5, fps: 12, cost: 0.35 },
]);

export interface GovernorOptions {
  /** Milliseconds that a frame may take. */
  readonly budgetMs?: number;
  /** Frames before a level is judged. */
  readonly settle?: number;
  /** Frames that are too slow at the last level before it is given up: half a minute of them. */
  readonly patience?: number;
}

/**
 * Keeps the time spent on a frame inside a budget: steps down at once when it is missed, and up again only when the
 * level above is predicted to fit, with a wait between. Where not even the last level fits for long, it gives up. Pure (E-28).
 */
export class Governor {
  readonly #budgetMs: number;
  readonly #settle: number;
  readonly #patience: number;
  #index = 0;
  #best = 0;
  #mean: number | null = null;
  #frames = 0;
  #tooSlow = 0;

  constructor({ budgetMs = 22, settle = 45, patience = 360 }: GovernorOptions = {}) {
    this.#budgetMs = budgetMs;
    this.#settle = settle;
    this.#patience = patience;
  }

  get level(): Level {
    return levels[this.#index]!;
  }

  /** 0 is the best that there is for this device. */
  get index(): number {
    return this.#index - this.#best;
  }

  /** From now on no level above this one is worth what it costs. */
  keepFrom(best: number): void {
    this.#best = best;
    this.#index = Math.max(best, this.#index);
  }

  /** Not even the last level fits: this device is too slow. */
  get overloaded(): boolean {
    return this.#index === levels.length - 1 && this.#frames >= this.#settle && (this.#mean ?? 0) > this.#budgetMs * 2;
  }

  /** It has been too slow for so long that an effect costs the call more than it is worth. */
  get gaveUp(): boolean {
    return this.#tooSlow >= this.#patience;
  }

  /** Takes what a frame has cost. Returns whether the level has changed. */
  tick(ms: number): boolean {
    this.#mean = this.#mean === null ? ms : this.#mean + 0.12 * (ms - this.#mean);
    this.#frames++;
    this.#tooSlow = this.overloaded ? this.#tooSlow + 1 : 0;
    if (this.#frames < this.#settle) return false;
    if (this.#mean > this.#budgetMs && this.#index < levels.length - 1) return this.#go(this.#index + 1);
    const above = levels[this.#index - 1];
    if (!above || this.#index === this.#best || this.#frames < this.#settle * 4) return false;
    return this.#mean * (above.cost / this.level.cost) < this.#budgetMs * 0.85 && this.#go(this.#index - 1);
  }

  #go(index: number): true {
    this.#index = index;
    this.#mean = null;
    this.#frames = 0;
    return true;
  }
}
