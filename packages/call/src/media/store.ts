/** A value that changes by replacement, and those who want to know. */
export interface Readable<T> {
  readonly snapshot: T;
  /** Called after every change, never during one. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
}

/** A `Readable` that its owner writes. Snapshots are frozen; setting an equal object tells nobody. */
export class Store<T extends object> implements Readable<T> {
  #snapshot: T;
  readonly #listeners = new Set<() => void>();

  constructor(initial: T) {
    this.#snapshot = Object.freeze(initial);
  }

  get snapshot(): T {
    return this.#snapshot;
  }

  subscribe(listener: () => void): () => void {
    // Each subscription is its own, also when one function is given twice.
    const entry = () => listener();
    this.#listeners.add(entry);
    return () => void this.#listeners.delete(entry);
  }

  /** Replaces some fields. Nothing happens when every one of them is the same value already. */
  set(change: Partial<T>): void {
    const keys = Object.keys(change) as (keyof T)[];
    if (keys.every((key) => Object.is(change[key], this.#snapshot[key]))) return;
    this.#snapshot = Object.freeze({ ...this.#snapshot, ...change });
    for (const listener of [...this.#listeners]) listener();
  }
}
