import type { WorkerStreamSupport } from './worker-streams.js';

/** What a camera in a worker is read from, and, the first time, what is written to and the track that comes of it. */
export interface CameraStreams {
  readonly readable: ReadableStream<VideoFrame>;
  readonly made?: { readonly writable: WritableStream<VideoFrame>; readonly track: MediaStreamTrack };
}

/** The cameras that a page has handed to its worker, one after another, and the one track made of them. */
export class WorkerCamera {
  readonly #support: WorkerStreamSupport;
  #camera: MediaStreamTrack | null = null;
  #made = false;

  constructor(support: WorkerStreamSupport) {
    this.#support = support;
  }

  /** Goes on with this camera; the one before is let go. */
  take(camera: MediaStreamTrack): CameraStreams {
    this.release();
    this.#camera = camera;
    // One frame waits at most: an older one would only be late.
    const { readable } = new this.#support.Processor({ track: camera, maxBufferSize: 1 });
    if (this.#made) return { readable };
    const { track, writable } = new this.#support.Generator();
    this.#made = true;
    return { readable, made: { track, writable } };
  }

  /** The camera is off: as a clone of the page's it would keep the light on. */
  release(): void {
    this.#camera?.stop();
    this.#camera = null;
  }
}
