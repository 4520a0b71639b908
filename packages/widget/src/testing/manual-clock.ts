import type { Clock } from '@carillon/call';
import { fixtureNow } from './link-fixtures.js';

/** A clock that a test moves. */
export class ManualClock implements Clock {
  #now = fixtureNow;
  readonly #timers = new Set<{ readonly at: number; readonly callback: () => void }>();

  now(): number {
    return this.#now;
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { at: this.#now + ms, callback };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  /** Lets time pass. What is due runs in order, what it sets in turn too. */
  advance(ms: number): void {
    const until = this.#now + ms;
    for (;;) {
      const [next] = [...this.#timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#timers.delete(next);
      this.#now = next.at;
      next.callback();
    }
    this.#now = until;
  }
}

/** Short pauses pass at once, long ones never: for code whose retries a test does not want to wait for. */
export const eagerClock: Clock = {
  now: () => fixtureNow,
  after(ms, callback) {
    if (ms >= 10_000) return () => undefined;
    const timer = setTimeout(callback);
    return () => clearTimeout(timer);
  },
};
