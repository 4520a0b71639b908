import type { ShowableTrack } from './video-attachments.js';

/** Plays remote sound through elements of its own that are in no document, so that no move of an element stops it. */
export class RemoteAudio {
  readonly #elements = new Map<ShowableTrack, HTMLAudioElement>();
  #speakerId: string;
  #silent = false;

  constructor(speakerId = '') {
    this.#speakerId = speakerId;
  }

  play(track: ShowableTrack): void {
    if (this.#elements.has(track)) return;
    const element = new Audio();
    element.autoplay = true;
    element.muted = this.#silent;
    this.#elements.set(track, element);
    track.attach(element);
    void this.#route(element);
  }

  stop(track: ShowableTrack): void {
    const element = this.#elements.get(track);
    if (!element) return;
    this.#elements.delete(track);
    track.detach(element);
  }

  /** Plays on without a sound, or aloud again. */
  silence(silent: boolean): void {
    this.#silent = silent;
    for (const element of this.#elements.values()) element.muted = silent;
  }

  /** Chooses the loudspeaker. Browsers that cannot choose one keep the system's. */
  async setSpeaker(deviceId: string): Promise<void> {
    this.#speakerId = deviceId;
    await Promise.all([...this.#elements.values()].map((element) => this.#route(element)));
  }

  close(): void {
    for (const track of [...this.#elements.keys()]) this.stop(track);
  }

  async #route(element: HTMLAudioElement): Promise<void> {
    // Safari before 18.4 has no setSinkId; a loudspeaker that was unplugged throws, and the system's is used.
    if ('setSinkId' in element) await element.setSinkId(this.#speakerId).catch(() => undefined);
  }
}
