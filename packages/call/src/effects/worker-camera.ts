import { framesOf, type WorkerStreams } from './frame-streams.js';

/** What a camera in a worker is read from, and, the first time, what is written to and the track that comes of it. */
export interface CameraStreams {
  readonly readable: ReadableStream<VideoFrame>;
  readonly made?: { readonly writable: WritableStream<VideoFrame>; readonly track: MediaStreamTrack };
}

/** The cameras that a page has handed to its worker, one after another, and the one track made of them. */
export class WorkerCamera {
  readonly #streams: WorkerStreams;
  #camera: MediaStreamTrack | null = null;
  #made = false;

  constructor(streams: WorkerStreams) {
    this.#streams = streams;
  }

  /** Goes on with this camera; the one before is let go. */
  take(camera: MediaStreamTrack): CameraStreams {
    this.release();
    this.#camera = camera;
    const readable = framesOf(this.#streams, camera);
    if (this.#made) return { readable };
    const { track, writable } = new this.#streams.Generator();
    this.#made = true;
    return { readable, made: { track, writable } };
  }

  /** The camera is off: as a clone of the page's it would keep the light on. */
  release(): void {
    this.#camera?.stop();
    this.#camera = null;
  }
}
