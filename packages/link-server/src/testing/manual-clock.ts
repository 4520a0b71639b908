import type { Scheduler } from '../timer/scheduler.js';

/** A clock that stands still until a test moves it. */
export class ManualClock implements Scheduler {
  #now: number;
  readonly #alarms = new Set<{ readonly at: number; readonly callback: () => void }>();

  constructor(now: number) {
    this.#now = now;
  }

  readonly now = (): number => this.#now;

  after(delayMs: number, callback: () => void): () => void {
    const alarm = { at: this.#now + delayMs, callback };
    this.#alarms.add(alarm);
    return () => void this.#alarms.delete(alarm);
  }

  /** When the next alarm goes off. */
  get nextAlarm(): number | undefined {
    return [...this.#alarms].map(({ at }) => at).sort((a, b) => a - b)[0];
  }

  /** Moves the clock to a later time and sets off the alarms on the way, in their order. */
  moveTo(time: number): void {
    for (let next = this.#next(time); next; next = this.#next(time)) {
      this.#now = Math.max(this.#now, next.at);
      this.#alarms.delete(next);
      next.callback();
    }
    this.#now = Math.max(this.#now, time);
  }

  #next(until: number) {
    return [...this.#alarms].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
  }
}
