import type { LocalMedia } from '../media/local-media.js';
import { MediaError } from '../media/media-error.js';
import type { MediaRoom } from '../media/media-room.js';

/** What should be sent. */
export interface Wanted {
  /** `none`: somebody who only listens; the microphone is not even opened. */
  readonly microphone: 'on' | 'muted' | 'none';
  readonly camera: boolean;
  /** The shared screen, or null. */
  readonly screen: MediaStreamTrack | null;
}

type Device = 'microphone' | 'camera';

/**
 * Makes a room send what is wanted, one change after the other. Nothing is published that the room does not allow yet;
 * asking again for the same does nothing. A device that failed is not asked for again until something has changed.
 */
export class MediaSender {
  readonly #media: LocalMedia;
  readonly #again: () => void;
  /** Grows with every room: whatever still runs for an earlier one changes nothing any more. */
  #turn = 0;
  #leave: () => void = () => undefined;
  #left: Promise<null> = this.#nextRoom();
  #microphone: { track: MediaStreamTrack; muted: boolean } | null = null;
  #camera: MediaStreamTrack | null = null;
  #screen: MediaStreamTrack | null = null;
  #running: Promise<MediaError | null> = Promise.resolve(null);
  /** Which devices there were when one failed: asking again makes sense only once others are there. */
  readonly #failedWith = new Map<Device, string>();

  /** `again` is called when the room could not be brought in line, for no fault of a device: ask anew in a while. */
  constructor(media: LocalMedia, again: () => void = () => undefined) {
    this.#media = media;
    this.#again = again;
  }

  /**
   * Brings the room in line. Resolves with the device failure that stood in the way, once, or null; at the latest when
   * the room is forgotten, as a connection that is gone may leave its own promises open for ever.
   */
  fit(room: MediaRoom, wanted: Wanted): Promise<MediaError | null> {
    const turn = this.#turn;
    // Silent at once, though a camera that is being published may be in the way.
    if (wanted.microphone === 'muted' && this.#microphone) this.#microphone.track.enabled = false;
    const next = this.#running
      .then(() => (turn === this.#turn ? this.#fit(room, wanted) : null))
      .catch((error: unknown) => {
        if (error instanceof MediaError) return error;
        if (turn === this.#turn) this.#again();
        return null;
      });
    this.#running = next;
    return Promise.race([next, this.#left]);
  }

  /** The room is gone: the next one is sent everything anew. */
  forget(): void {
    this.#turn++;
    this.#leave();
    this.#left = this.#nextRoom();
    this.#running = Promise.resolve(null);
    this.#microphone = null;
    this.#camera = null;
    this.#screen = null;
    this.#failedWith.clear();
  }

  #nextRoom(): Promise<null> {
    return new Promise((resolve) => (this.#leave = () => resolve(null)));
  }

  async #fit(room: MediaRoom, { microphone, camera, screen }: Wanted): Promise<MediaError | null> {
    const { connection, canPublish } = room.state;
    if (connection === 'closed' || connection === 'idle' || (connection === 'connected' && !canPublish)) return null;
    const microphoneFailure = microphone === 'none' ? null : await this.#fitMicrophone(room, microphone === 'muted');
    // Without a microphone a person can still be seen.
    const cameraFailure = await this.#fitCamera(room, camera);
    await this.#fitScreen(room, screen);
    return microphoneFailure ?? cameraFailure;
  }

  async #fitMicrophone(room: MediaRoom, muted: boolean): Promise<MediaError | null> {
    const turn = this.#turn;
    const track = await this.#open('microphone');
    if (!(track instanceof MediaStreamTrack)) return track;
    if (turn !== this.#turn) return null;
    const sent = this.#microphone;
    if (sent?.track === track && sent.muted === muted) return null;
    this.#microphone = { track, muted };
    if (!muted) track.enabled = true;
    try {
      if (sent?.track === track) await room.setMicrophoneMuted(muted);
      else await room.publishMicrophone(track, { muted });
    } catch (error) {
      if (turn === this.#turn) this.#microphone = null;
      throw error;
    }
    return null;
  }

  async #fitCamera(room: MediaRoom, wanted: boolean): Promise<MediaError | null> {
    const turn = this.#turn;
    if (!wanted) {
      if (!this.#camera) return null;
      this.#camera = null;
      // The light goes off at once, whatever the network does.
      this.#media.closeCamera();
      await room.publishCamera(null);
      return null;
    }
    const track = await this.#open('camera');
    if (!(track instanceof MediaStreamTrack)) return track;
    if (track === this.#camera || turn !== this.#turn) return null;
    this.#camera = track;
    try {
      await room.publishCamera(track);
    } catch (error) {
      if (turn === this.#turn) this.#camera = null;
      throw error;
    }
    return null;
  }

  async #fitScreen(room: MediaRoom, track: MediaStreamTrack | null): Promise<void> {
    const [turn, sent] = [this.#turn, this.#screen];
    if (sent === track) return;
    this.#screen = track;
    try {
      await room.publishScreen(track);
    } catch (error) {
      if (turn === this.#turn) this.#screen = sent;
      throw error;
    }
  }

  /** The open device, or why there is none; null when that has been said before and nothing has changed. */
  async #open(device: Device): Promise<MediaStreamTrack | MediaError | null> {
    const { devices, [device]: local } = this.#media.snapshot;
    const present = devices.flatMap(({ id, kind }) => (kind === device ? [id] : [])).join();
    if (local.state !== 'on' && this.#failedWith.get(device) === present) return null;
    try {
      const track = await (device === 'microphone' ? this.#media.openMicrophone() : this.#media.openCamera());
      this.#failedWith.delete(device);
      return track;
    } catch (error) {
      this.#failedWith.set(device, present);
      return error as MediaError;
    }
  }
}
