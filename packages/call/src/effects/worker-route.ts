import { EffectsError } from './effects-error.js';
import type { FrameRoute, Post } from './frame-route.js';
import type { FromWorker } from './worker-messages.js';

/**
 * Frames by streams that only a worker has (Safari from 18, WebKit): a clone of the camera goes there, and the track that
 * is made of it comes back. Nothing passes through the page.
 */
export class WorkerRoute implements FrameRoute {
  readonly #post: Post;
  #track: MediaStreamTrack | null = null;
  #settle: { resolve(): void; reject(error: EffectsError): void } | null = null;

  constructor(post: Post) {
    this.#post = post;
  }

  get track(): MediaStreamTrack | null {
    return this.#track;
  }

  /** @throws {EffectsError} `unsupported` where a track cannot go to a worker after all */
  async start(camera: MediaStreamTrack): Promise<void> {
    const copy = camera.clone();
    try {
      this.#post({ kind: 'camera', track: copy }, [copy]);
    } catch (error) {
      copy.stop();
      throw new EffectsError('unsupported', String(error));
    }
    if (this.#track) return;
    await new Promise<void>((resolve, reject) => (this.#settle = { resolve, reject }));
  }

  receive(message: FromWorker): void {
    if (message.kind === 'no-track') this.#settle?.reject(new EffectsError('unsupported', 'no track from a worker'));
    if (message.kind !== 'track') return;
    this.#track = message.track;
    this.#settle?.resolve();
  }

  pause(): void {
    this.#post({ kind: 'pause' });
  }

  close(): void {
    this.#settle?.reject(new EffectsError('unsupported', 'put away'));
    this.#track?.stop();
  }
}
