/** Time and timers as an argument, so that a test can hold them still. Milliseconds. */
export interface Clock {
  now(): number;
  /** Calls back once, after a time. Returns the way to cancel. */
  after(ms: number, callback: () => void): () => void;
}

/** The browser's own. */
export const systemClock: Clock = Object.freeze({
  now: () => Date.now(),
  after(ms: number, callback: () => void) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
});
