export interface OneEuroOptions {
  /** Cut-off in Hz at rest: lower is calmer. */
  readonly minCutoff: number;
  /** How much speed opens the filter: higher follows quicker. */
  readonly beta: number;
  /** Cut-off in Hz of the speed itself. */
  readonly speedCutoff: number;
}

const share = (cutoff: number, dt: number) => {
  const r = 2 * Math.PI * cutoff * dt;
  return r / (r + 1);
};

/** The One-Euro filter (Casiez, Roussel, Vogel 2012): smooth at rest, quick in motion. */
export class OneEuro {
  readonly #options: OneEuroOptions;
  #value: number | null = null;
  #speed = 0;

  constructor(options: OneEuroOptions) {
    this.#options = options;
  }

  /** Units per second, smoothed. */
  get speed(): number {
    return this.#speed;
  }

  /** The next value is taken as it is. */
  reset(): void {
    this.#value = null;
    this.#speed = 0;
  }

  /** Takes a measurement `dt` seconds after the one before. */
  step(measured: number, dt: number): number {
    if (this.#value === null) return (this.#value = measured);
    const { minCutoff, beta, speedCutoff } = this.#options;
    this.#speed += share(speedCutoff, dt) * ((measured - this.#value) / dt - this.#speed);
    const moved = share(minCutoff + beta * Math.abs(this.#speed), dt) * (measured - this.#value);
    return (this.#value += moved);
  }
}
