/** What somebody else publishes, as far as it is needed here. */
export interface Publication {
  readonly isDesired: boolean;
  readonly isSubscribed: boolean;
  setSubscribed(subscribed: boolean): void;
}

interface Publisher {
  readonly trackPublications: ReadonlyMap<string, Publication>;
}

type After = (ms: number, callback: () => void) => () => void;

const inTime: After = (ms, callback) => {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
};

/** When to look, in ms after this side has been let in again. By then the media server has looked by itself. */
const looksMs = [250, 750, 2_000];

/**
 * Asks the media server again for what this side may receive once more and does not get. When a publisher takes back its
 * permission and gives it anew, livekit-server tells its subscribers by an observer; the one of a subscriber whose track was
 * revoked is removed in the background and may take the next one with it, which has the same key
 * (livekit-server 1.13.5, pkg/rtc/subscriptionmanager.go, `setChangedNotifierLocked`). Such a subscriber is noticed only by
 * a look that the server takes every three seconds, or when it asks.
 */
export class SubscribeAgain {
  readonly #others: ReadonlyMap<string, Publisher>;
  readonly #after: After;
  #cancel: (() => void) | null = null;

  /** @param others The room's, which come and go. */
  constructor(others: ReadonlyMap<string, Publisher>, after = inTime) {
    this.#others = others;
    this.#after = after;
  }

  /** Asks for what a participant publishes and this side wants and does not have. Says whether there was anything. */
  ask(participant: Publisher): boolean {
    const missing = [...participant.trackPublications.values()].filter(isMissing);
    for (const publication of missing) publication.setSubscribed(true);
    return missing.length > 0;
  }

  /** The others are about to let this side in: looks for what is missing until nothing is, or the server has looked itself. */
  soon(): void {
    this.stop();
    this.#look(0, 0);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #look(index: number, before: number): void {
    const at = looksMs[index];
    if (at === undefined) return;
    this.#cancel = this.#after(at - before, () => {
      this.#cancel = null;
      const asked = [...this.#others.values()].filter((participant) => this.ask(participant));
      if (asked.length > 0) this.#look(index + 1, at);
    });
  }
}

const isMissing = ({ isDesired, isSubscribed }: Publication): boolean => isDesired && !isSubscribed;
