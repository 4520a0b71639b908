import type { LocalMedia } from '../media/local-media.js';
import { MediaError } from '../media/media-error.js';
import type { MediaRoom } from '../media/media-room.js';

/** What should be sent. */
export interface Wanted {
  /** `none`: somebody who only listens; the microphone is not even opened. */
  readonly microphone: 'on' | 'muted' | 'none';
  readonly camera: boolean;
}

/**
 * Makes a room send what is wanted, one change after the other. Nothing is published that the room does not allow yet;
 * asking again for the same does nothing.
 */
export class MediaSender {
  readonly #media: LocalMedia;
  #room: MediaRoom | null = null;
  #microphone: { track: MediaStreamTrack; muted: boolean } | null = null;
  #camera: MediaStreamTrack | null = null;
  #running: Promise<MediaError | null> = Promise.resolve(null);

  constructor(media: LocalMedia) {
    this.#media = media;
  }

  /** Brings the room in line. Resolves with the device failure that stood in the way, or null. */
  fit(room: MediaRoom, wanted: Wanted): Promise<MediaError | null> {
    const next = this.#running
      .then(() => this.#fit(room, wanted))
      .catch((error: unknown) => (error instanceof MediaError ? error : null));
    this.#running = next;
    return next;
  }

  /** The room is gone: the next one is sent everything anew. */
  forget(): void {
    this.#room = null;
    this.#microphone = null;
    this.#camera = null;
  }

  async #fit(room: MediaRoom, { microphone, camera }: Wanted): Promise<MediaError | null> {
    const { connection, canPublish } = room.state;
    if (connection === 'closed' || connection === 'idle' || (connection === 'connected' && !canPublish)) return null;
    if (room !== this.#room) {
      this.forget();
      this.#room = room;
    }
    const failure = microphone === 'none' ? null : await this.#fitMicrophone(room, microphone === 'muted');
    if (failure) return failure;
    return this.#fitCamera(room, camera);
  }

  async #fitMicrophone(room: MediaRoom, muted: boolean): Promise<MediaError | null> {
    const track = await this.#media.openMicrophone().catch((error: unknown) => error as MediaError);
    if (!(track instanceof MediaStreamTrack)) return track;
    if (room !== this.#room) return null;
    const sent = this.#microphone;
    if (sent?.track === track && sent.muted === muted) return null;
    this.#microphone = { track, muted };
    try {
      if (sent?.track === track) await room.setMicrophoneMuted(muted);
      else await room.publishMicrophone(track, { muted });
    } catch (error) {
      this.#microphone = null;
      throw error;
    }
    return null;
  }

  async #fitCamera(room: MediaRoom, wanted: boolean): Promise<MediaError | null> {
    if (!wanted) {
      if (this.#camera) await room.publishCamera(null);
      if (this.#camera) this.#media.closeCamera();
      this.#camera = null;
      return null;
    }
    const track = await this.#media.openCamera().catch((error: unknown) => error as MediaError);
    if (!(track instanceof MediaStreamTrack)) return track;
    if (track === this.#camera || room !== this.#room) return null;
    this.#camera = track;
    await room.publishCamera(track);
    return null;
  }
}
