/** The browser's parts that a test replaces. */
export interface OneTabHost {
  /** Missing on an insecure page. */
  readonly locks: Pick<LockManager, 'request'> | undefined;
  readonly channel: (name: string) => Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>;
}

const browserHost = (): OneTabHost => ({
  locks: (navigator as Partial<Navigator>).locks,
  channel: (name) => new BroadcastChannel(name),
});

/**
 * One call is in one tab (spec E-14): the tab that takes it last has it, and the one before is told. A lock that is
 * stolen tells it even while the taking tab hangs; where there are no locks a message does. A browser that may keep
 * nothing refuses both: then nobody can tell, and each tab keeps what it has (security.md F47).
 */
export class OneTab {
  readonly #name: string;
  readonly #lost: () => void;
  readonly #host: OneTabHost;
  #channel: ReturnType<OneTabHost['channel']> | null = null;
  #release: (() => void) | null = null;
  /** Grows with every take and release: what an earlier hold still reports is no news. */
  #turn = 0;

  constructor(name: string, lost: () => void, host: OneTabHost = browserHost()) {
    this.#name = name;
    this.#lost = lost;
    this.#host = host;
  }

  /** Takes the call into this tab. Taking what one has is harmless. */
  take(): void {
    this.release();
    const turn = ++this.#turn;
    this.#channel = this.#openChannel();
    if (this.#channel) this.#channel.onmessage = () => this.#lose(turn);
    this.#channel?.postMessage('taken');
    this.#host.locks
      ?.request(this.#name, { steal: true }, () => this.#hold(turn))
      // Stolen is an abort; anything else is a lock that this browser does not give.
      .catch((error: unknown) => (error as Error).name === 'AbortError' && this.#lose(turn));
  }

  /** Lets go, without anybody being told that they lost it. */
  release(): void {
    this.#turn++;
    this.#release?.();
    this.#release = null;
    this.#channel?.close();
    this.#channel = null;
  }

  #openChannel(): ReturnType<OneTabHost['channel']> | null {
    try {
      return this.#host.channel(this.#name);
    } catch {
      return null;
    }
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
