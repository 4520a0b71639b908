import type { FrameRoute, Post } from './frame-route.js';
import type { StreamSupport } from './insertable-streams.js';

/** Frames by streams that the worker reads and writes itself: nothing passes through the page (Chromium). */
export class StreamRoute implements FrameRoute {
  readonly track: MediaStreamTrack;
  readonly #support: StreamSupport;
  readonly #post: Post;
  #writable: WritableStream<VideoFrame> | null;

  constructor(support: StreamSupport, post: Post) {
    this.#support = support;
    this.#post = post;
    const generator = new support.Generator({ kind: 'video' });
    this.track = generator;
    this.#writable = generator.writable;
  }

  async start(camera: MediaStreamTrack): Promise<void> {
    // One frame waits at most: an older one would only be late.
    const { readable } = new this.#support.Processor({ track: camera, maxBufferSize: 1 });
    const writable = this.#writable;
    this.#writable = null;
    if (writable) this.#post({ kind: 'stream', readable, writable }, [readable, writable]);
    else this.#post({ kind: 'stream', readable }, [readable]);
  }

  receive(): void {
    // Frames do not pass here.
  }

  pause(): void {
    this.#post({ kind: 'pause' });
  }

  close(): void {
    this.track.stop();
  }
}
