/** What a tab does when its part changes. */
export interface LeaderTabEvents<T> {
  /** This tab leads from now on: it rings and owns media. */
  lead(): void;
  /** Another tab leads, or has taken over. */
  follow(): void;
  /** The leader's news, while another tab leads. */
  news(news: T): void;
}

/** The browser's parts that a test replaces. */
export interface LeaderTabHost {
  readonly locks: Pick<LockManager, 'request'> | undefined;
  readonly channel: (name: string) => Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>;
}

type Message<T> = { readonly type: 'hello' } | { readonly type: 'news'; readonly news: T };

const browserHost = (): LeaderTabHost => ({
  // Without Web Locks (an insecure page) there is no way to know of other tabs, and each one leads.
  locks: (navigator as Partial<Navigator>).locks,
  channel: (name) => new BroadcastChannel(name),
});

/**
 * Chooses one tab among all of one agent's: the first that holds the lock. When it closes, the next in line follows by
 * itself; `takeOver` does not wait for that. The leader tells its news to the others. A browser that may keep nothing
 * gives no locks: there each tab leads (security.md F47).
 */
export class LeaderTab<T> {
  readonly #name: string;
  readonly #events: LeaderTabEvents<T>;
  readonly #host: LeaderTabHost;
  #channel: ReturnType<LeaderTabHost['channel']> | null = null;
  #queued: AbortController | null = null;
  #release: (() => void) | null = null;
  #latest: T | null = null;
  #leads: boolean | null = null;
  #stopped = false;

  constructor(name: string, events: LeaderTabEvents<T>, host: LeaderTabHost = browserHost()) {
    this.#name = name;
    this.#events = events;
    this.#host = host;
  }

  start(): void {
    const { locks } = this.#host;
    if (!locks) return this.#become(true);
    try {
      this.#channel = this.#host.channel(this.#name);
      this.#channel.onmessage = ({ data }: MessageEvent<Message<T>>) => this.#receive(data);
    } catch {
      // Who may not tell the other tabs may still work.
    }
    void this.#request({ ifAvailable: true });
  }

  /** Becomes the leader at once; the tab that was hears of it and lets go of media. */
  takeOver(): void {
    if (this.#leads || this.#stopped || !this.#host.locks) return;
    this.#queued?.abort();
    void this.#request({ steal: true });
  }

  /** Tells the other tabs, when this one leads. */
  tell(news: T): void {
    this.#latest = news;
    if (this.#leads) this.#channel?.postMessage({ type: 'news', news } satisfies Message<T>);
  }

  stop(): void {
    this.#stopped = true;
    this.#queued?.abort();
    this.#release?.();
    this.#channel?.close();
    this.#channel = null;
  }

  async #request(options: LockOptions): Promise<void> {
    try {
      await this.#host.locks?.request(this.#name, options, (lock) => (lock ? this.#hold() : undefined));
    } catch (error) {
      if (options.signal?.aborted) return; // this tab's place in the line was given up
      // Another tab stole the lock; or this browser gives none, and asking again would go on for ever.
      if ((error as Error).name !== 'AbortError') return this.#stopped ? undefined : this.#become(true);
    }
    if (this.#stopped) return;
    this.#become(false);
    this.#queued = new AbortController();
    void this.#request({ signal: this.#queued.signal });
  }

  #hold(): Promise<void> | undefined {
    if (this.#stopped) return undefined;
    this.#become(true);
    return new Promise((resolve) => (this.#release = resolve));
  }

  #become(leads: boolean): void {
    if (this.#leads === leads) return;
    this.#leads = leads;
    if (leads) this.#events.lead();
    else {
      this.#events.follow();
      this.#channel?.postMessage({ type: 'hello' } satisfies Message<T>);
    }
  }

  #receive(message: Message<T>): void {
    if (message.type === 'news' && !this.#leads) this.#events.news(message.news);
    if (message.type === 'hello' && this.#leads && this.#latest !== null) this.tell(this.#latest);
  }
}
