import type { Offer } from '@carillon/contract';

/** The sound of a ringing phone. */
export interface RingSound {
  /** Starts, and answers false where the browser plays nothing before a gesture. */
  start(): Promise<boolean>;
  stop(): void;
}

export interface RingerOptions {
  readonly sound: RingSound;
  /** Whether the browser refuses sound (E-06); the card and the page's title ring alone then. */
  readonly blocked: (blocked: boolean) => void;
  /** By the server's clock. */
  readonly now: () => number;
}

/**
 * Rings for one offer at a time. It stops at once when it is told to, also while the sound is still
 * being started (E-04), and by itself at the end of the ring's time, whether or not the server is heard.
 */
export class Ringer {
  readonly #options: RingerOptions;
  #ringingFor: string | null = null;
  #timeout: ReturnType<typeof setTimeout> | undefined;

  constructor(options: RingerOptions) {
    this.#options = options;
  }

  /** Rings for this offer and no other; null is silence. */
  ringFor(offer: Offer | null): void {
    if (this.#ringingFor === (offer?.id ?? null)) return;
    this.#stop();
    if (!offer) return;
    const left = offer.expiresAt - this.#options.now();
    if (left <= 0) return;
    this.#ringingFor = offer.id;
    this.#timeout = setTimeout(() => this.#silence(), left);
    void this.#sound(offer.id);
  }

  async #sound(offerId: string): Promise<void> {
    const { sound, blocked } = this.#options;
    const plays = await sound.start().catch(() => false);
    // Answered or gone while the sound was being started: it must not go on.
    if (this.#ringingFor !== offerId) {
      if (this.#ringingFor === null) sound.stop();
      return;
    }
    blocked(!plays);
  }

  #silence(): void {
    clearTimeout(this.#timeout);
    this.#options.sound.stop();
  }

  #stop(): void {
    if (this.#ringingFor === null) return;
    this.#ringingFor = null;
    this.#silence();
  }
}
