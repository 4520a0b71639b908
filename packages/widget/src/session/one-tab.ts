/** What holds a call in one tab: the browser's Web Locks, but in a test; an insecure page has none. */
export type TabLocks = Pick<LockManager, 'request'> | null;

/**
 * One call is in one tab (spec E-14): the tab that takes it last has it, and the one before is told, even while the
 * taking tab hangs. The browser's lock alone says who is last, so that of two tabs that take it at once exactly one
 * keeps it. A browser without locks, or that refuses them as it may keep nothing, can tell nobody: there each tab keeps
 * what it has (security.md F47).
 */
export class OneTab {
  readonly #name: string;
  readonly #lost: () => void;
  readonly #locks: TabLocks;
  #release: (() => void) | null = null;
  /** Grows with every take and release: what an earlier hold still reports is no news. */
  #turn = 0;

  constructor(name: string, lost: () => void, locks: TabLocks = (navigator as Partial<Navigator>).locks ?? null) {
    this.#name = name;
    this.#lost = lost;
    this.#locks = locks;
  }

  /** Takes the call into this tab. Taking what one has is harmless. */
  take(): void {
    this.release();
    const turn = ++this.#turn;
    this.#locks
      ?.request(this.#name, { steal: true }, () => this.#hold(turn))
      // Stolen is an abort; anything else is a lock that this browser does not give.
      .catch((error: unknown) => (error as Error).name === 'AbortError' && this.#lose(turn));
  }

  /** Lets go, without anybody being told that they lost it. */
  release(): void {
    this.#turn++;
    this.#release?.();
    this.#release = null;
  }

  #hold(turn: number): Promise<void> | undefined {
    if (turn !== this.#turn) return undefined;
    return new Promise((resolve) => (this.#release = resolve));
  }

  #lose(turn: number): void {
    if (turn !== this.#turn) return;
    this.release();
    this.#lost();
  }
}
