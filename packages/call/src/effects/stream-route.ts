import type { FrameRoute, Post } from './frame-route.js';
import { framesOf, type PageStreams } from './frame-streams.js';

/** Frames by streams that the worker reads and writes itself: nothing passes through the page (Chromium). */
export class StreamRoute implements FrameRoute {
  readonly track: MediaStreamTrack;
  readonly #streams: PageStreams;
  readonly #post: Post;
  #writable: WritableStream<VideoFrame> | null;

  constructor(streams: PageStreams, post: Post) {
    this.#streams = streams;
    this.#post = post;
    const generator = new streams.Generator({ kind: 'video' });
    this.track = generator;
    this.#writable = generator.writable;
  }

  async start(camera: MediaStreamTrack): Promise<void> {
    const readable = framesOf(this.#streams, camera);
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
