type Listener = (topics: ReadonlySet<string>) => void;

/** Calls back what waits for a commit. One that throws keeps nobody else from hearing; its error is thrown afterwards. */
export class RingListeners {
  readonly #listeners = new Set<Listener>();

  add(listener: Listener): () => void {
    const own: Listener = (topics) => listener(topics);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  committed(callbacks: readonly (() => void)[], topics: ReadonlySet<string>): void {
    for (const callback of callbacks) attempt(callback);
    if (!topics.size) return;
    for (const listener of [...this.#listeners]) attempt(() => listener(topics));
  }
}

function attempt(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
