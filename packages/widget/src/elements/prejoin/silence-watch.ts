import { systemClock, type Clock } from '@carillon/call';
import type { LitElement, ReactiveController } from 'lit';

/** How long a microphone may be silent before that is said: a person needs a moment to speak. */
export const silentAfterMs = 8_000;

/** Knows whether a microphone that is open has been silent from its opening on, longer than a person needs to say a word. */
export class SilenceWatch implements ReactiveController {
  /** Nothing was heard of the microphone so far, and the time for it is over. */
  silent = false;
  readonly #host: LitElement;
  readonly #track: () => MediaStreamTrack | null;
  readonly #clock: Clock;
  #watched: MediaStreamTrack | null = null;
  #stop: () => void = () => undefined;

  constructor(host: LitElement, track: () => MediaStreamTrack | null, clock: Clock = systemClock) {
    this.#host = host;
    this.#track = track;
    this.#clock = clock;
    host.addController(this);
  }

  hostUpdate(): void {
    const track = this.#track();
    if (track === this.#watched) return;
    this.#end();
    this.#watched = track;
    if (track) this.#stop = this.#clock.after(silentAfterMs, () => this.#say(true));
  }

  hostDisconnected(): void {
    this.#end();
    this.#watched = null;
  }

  /** The microphone was heard: it works. */
  heard(): void {
    this.#stop();
    if (this.silent) this.#say(false);
  }

  #end(): void {
    this.#stop();
    this.silent = false;
  }

  #say(silent: boolean): void {
    this.silent = silent;
    this.#host.requestUpdate();
  }
}
