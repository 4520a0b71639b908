import { MediaError } from '../media/media-error.js';

/** Where a screen comes from; `navigator.mediaDevices`, where the browser can. */
export type ScreenSource = Pick<MediaDevices, 'getDisplayMedia'>;

/** The browser's own, or null where it shares no screens: phones, for one. */
export function screenSource(): ScreenSource | null {
  const devices = globalThis.navigator?.mediaDevices as MediaDevices | undefined;
  return typeof devices?.getDisplayMedia === 'function' ? devices : null;
}

/** Enough for text that scrolls; a screen is not a film. */
const wish: DisplayMediaStreamOptions = { video: { frameRate: { ideal: 15, max: 30 } }, audio: false };

/**
 * The person's screen, window or tab while it is shared. It ends by our button and by the browser's own bar, and outlives
 * every room of the call (SHR-1).
 */
export class ScreenShare {
  readonly #source: ScreenSource | null;
  readonly #ended: () => void;
  #track: MediaStreamTrack | null = null;

  /** `ended` is called when the person or the system has stopped it outside of this page. */
  constructor(source: ScreenSource | null, ended: () => void) {
    this.#source = source;
    this.#ended = ended;
  }

  /** Whether this browser can share at all. */
  get possible(): boolean {
    return this.#source !== null;
  }

  get track(): MediaStreamTrack | null {
    return this.#track;
  }

  /**
   * Lets the person choose; call it in a gesture. Resolves false when they chose nothing, which changes nothing (SHR-2).
   * @throws {MediaError} `blocked-by-policy`, `unsupported-browser`
   */
  async start(): Promise<boolean> {
    if (!this.#source) throw new MediaError('unsupported-browser');
    let stream: MediaStream;
    try {
      stream = await this.#source.getDisplayMedia(wish);
    } catch (error) {
      // The browser says the same for "Cancel" and for a system that forbids it; neither is news to who has just chosen.
      if (error instanceof DOMException && error.name === 'NotAllowedError') return false;
      throw new MediaError('blocked-by-policy');
    }
    this.stop();
    const [track] = stream.getVideoTracks();
    if (!track) return false;
    track.contentHint = 'detail';
    track.addEventListener('ended', () => this.#end(track), { once: true });
    this.#track = track;
    return true;
  }

  stop(): void {
    const track = this.#track;
    this.#track = null;
    track?.stop();
  }

  #end(track: MediaStreamTrack): void {
    if (track !== this.#track) return;
    this.#track = null;
    this.#ended();
  }
}
