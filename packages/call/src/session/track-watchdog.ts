import type { Clock } from './clock.js';

/** How long somebody may be in the room unheard before this browser joins again (livekit-verified.md §11). */
const trackWaitMs = 3_000;
/** Who is not in the room is on the way: joining again brings them no sooner. */
const absentWaitMs = 10_000;
/** Joining again brings no microphone to somebody who has none. */
const mostTries = 2;

/**
 * Some joins are silent: the other side publishes and nothing arrives, and no event tells. Asked after every change
 * whether somebody is missing, it calls back once that has lasted three seconds, and longer where nobody is in the room;
 * twice at most until somebody is heard,
 * and once for somebody who was never heard, as there are people who only listen.
 */
export class TrackWatchdog {
  readonly #clock: Clock;
  readonly #missing: () => void;
  #cancel: (() => void) | null = null;
  #waits = 0;
  #tries = 0;
  #heard = false;

  constructor(clock: Clock, missing: () => void) {
    this.#clock = clock;
    this.#missing = missing;
  }

  /** Whether the other side has been heard in this call. */
  get heard(): boolean {
    return this.#heard;
  }

  look({
    expected,
    hears,
    alone,
  }: {
    readonly expected: boolean;
    readonly hears: boolean;
    readonly alone: boolean;
  }): void {
    if (hears) {
      this.#heard = true;
      this.#tries = 0;
    }
    if (!expected || hears) return this.stop();
    const waitMs = alone ? absentWaitMs : trackWaitMs;
    if (waitMs !== this.#waits) this.stop();
    this.#waits = waitMs;
    if (this.#cancel || this.#tries >= (this.#heard ? mostTries : 1)) return;
    this.#cancel = this.#clock.after(waitMs, () => {
      this.#cancel = null;
      this.#tries++;
      this.#missing();
    });
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}
