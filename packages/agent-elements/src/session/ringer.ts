import type { Offer } from '@carillon/contract';

/** The sound of a ringing phone. */
export interface RingSound {
  /** Whether the browser plays sound just now, or only after a gesture. */
  check(): Promise<boolean>;
  /** Starts, and answers like `check`. What is started before a gesture is heard after it. */
  start(): Promise<boolean>;
  stop(): void;
  /** Gives the loudspeaker back. */
  close(): void;
}

export interface RingerOptions {
  readonly sound: RingSound;
  /** Whether the browser refuses sound (E-06); the card and the page's title ring alone then. */
  readonly blocked: (blocked: boolean) => void;
  /** By the server's clock. */
  readonly now: () => number;
}

const gestures = ['pointerup', 'keydown'] as const;

/**
 * Rings for one offer at a time. It stops at once when it is told to, also while the sound is still being started
 * (E-04), and by itself at the end of the ring's time, whether or not the server is heard. Opened, it finds out whether
 * the browser plays sound at all, and waits for the one gesture where it does not.
 */
export class Ringer {
  readonly #options: RingerOptions;
  #ringingFor: string | null = null;
  #timeout: ReturnType<typeof setTimeout> | undefined;
  #open = false;

  constructor(options: RingerOptions) {
    this.#options = options;
  }

  open(): void {
    if (this.#open) return;
    this.#open = true;
    for (const gesture of gestures) addEventListener(gesture, this.#check, true);
    this.#check();
  }

  close(): void {
    this.#open = false;
    this.#forget();
    this.ringFor(null);
    this.#options.sound.close();
  }

  /** Rings for this offer and no other; null is silence. */
  ringFor(offer: Offer | null): void {
    if (this.#ringingFor === (offer?.id ?? null)) return;
    if (this.#ringingFor !== null) this.#stop();
    if (!offer) return;
    const left = offer.expiresAt - this.#options.now();
    if (left <= 0) return;
    this.#ringingFor = offer.id;
    this.#timeout = setTimeout(() => this.#options.sound.stop(), left);
    void this.#sound(offer.id);
  }

  async #sound(offerId: string): Promise<void> {
    const { sound, blocked } = this.#options;
    const plays = await sound.start().catch(() => false);
    // Answered or gone while the sound was being started: it must not go on.
    if (this.#ringingFor === null) sound.stop();
    else if (this.#ringingFor === offerId) blocked(!plays);
  }

  #stop(): void {
    this.#ringingFor = null;
    clearTimeout(this.#timeout);
    this.#options.sound.stop();
  }

  readonly #check = (): void => {
    const { sound, blocked } = this.#options;
    sound.check().then(
      (plays) => {
        if (!this.#open) return;
        blocked(!plays);
        if (plays) this.#forget();
      },
      () => undefined,
    );
  };

  #forget(): void {
    for (const gesture of gestures) removeEventListener(gesture, this.#check, true);
  }
}
