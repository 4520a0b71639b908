import type { Clock } from './clock.js';
import { pause } from './keep-trying.js';

const everyMs = 1_000;

/** Tells the server that this side is there, every second for as long as that is worth telling. */
export class PresenceReport {
  readonly #clock: Clock;
  readonly #report: () => Promise<void>;
  readonly #due: () => boolean;
  #running = false;

  constructor(clock: Clock, report: () => Promise<void>, due: () => boolean) {
    this.#clock = clock;
    this.#report = report;
    this.#due = due;
  }

  /** Begins, where it is due and not under way. */
  async look(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    while (this.#due()) {
      await this.#report().catch(() => undefined);
      if (this.#due()) await pause(this.#clock, everyMs);
    }
    this.#running = false;
  }
}
