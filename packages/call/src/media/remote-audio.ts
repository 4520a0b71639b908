import type { ShowableTrack } from './video-attachments.js';

/** Plays remote sound through elements of its own that are in no document, so that no move of an element stops it. */
export class RemoteAudio {
  readonly #elements = new Map<ShowableTrack, { readonly element: HTMLAudioElement; readonly whose: string }>();
  #speakerId: string;
  #silent: (whose: string) => boolean = () => false;

  constructor(speakerId = '') {
    this.#speakerId = speakerId;
  }

  /** Plays a track of a participant, by identity. */
  play(track: ShowableTrack, whose = ''): void {
    if (this.#elements.has(track)) return;
    const element = new Audio();
    element.autoplay = true;
    element.muted = this.#silent(whose);
    this.#elements.set(track, { element, whose });
    track.attach(element);
    void this.#route(element);
  }

  stop(track: ShowableTrack): void {
    const playing = this.#elements.get(track);
    if (!playing) return;
    this.#elements.delete(track);
    track.detach(playing.element);
  }

  /** Plays on without a sound, or aloud again; one participant, by identity, in any case. */
  silence(silent: boolean, except: string | null = null): void {
    this.#silent = (whose) => silent && whose !== except;
    for (const { element, whose } of this.#elements.values()) element.muted = this.#silent(whose);
  }

  /** Chooses the loudspeaker. Browsers that cannot choose one keep the system's. */
  async setSpeaker(deviceId: string): Promise<void> {
    this.#speakerId = deviceId;
    await Promise.all([...this.#elements.values()].map(({ element }) => this.#route(element)));
  }

  close(): void {
    for (const track of [...this.#elements.keys()]) this.stop(track);
  }

  async #route(element: HTMLAudioElement): Promise<void> {
    // Safari before 18.4 has no setSinkId; a loudspeaker that was unplugged throws, and the system's is used.
    if ('setSinkId' in element) await element.setSinkId(this.#speakerId).catch(() => undefined);
  }
}
