/** One alarm at a time, so that tests decide when it goes off. */
export interface Scheduler {
  /** Calls back once after a delay in milliseconds; returns the way to call it off. */
  after(delayMs: number, callback: () => void): () => void;
}

/** The scheduler of the running process. It alone never keeps the process alive. */
export const systemScheduler: Scheduler = Object.freeze({
  after(delayMs: number, callback: () => void) {
    const timeout = setTimeout(callback, delayMs);
    timeout.unref();
    return () => clearTimeout(timeout);
  },
});
