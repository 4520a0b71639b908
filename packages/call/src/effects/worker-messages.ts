import type { Effect } from './effect.js';
import type { EffectsErrorCode } from './effects-error.js';
import type { CompositorChoice } from './engine.js';
import type { PipelineNews } from './pipeline.js';

/** From the page to the worker. */
export type ToWorker =
  | { readonly kind: 'init'; readonly assets: string; readonly compositor: CompositorChoice }
  | { readonly kind: 'effect'; readonly effect: Effect; readonly image: Blob | null }
  /** Frames by streams: a camera's, and once the sink for all of them. */
  | {
      readonly kind: 'stream';
      readonly readable: ReadableStream<VideoFrame>;
      readonly writable?: WritableStream<VideoFrame>;
    }
  /** A camera itself, where only a worker has streams of frames. */
  | { readonly kind: 'camera'; readonly track: MediaStreamTrack }
  /** Asks for a tick every so often, also in a hidden tab; 0 stops. */
  | { readonly kind: 'ticks'; readonly everyMs: number }
  /** One frame, where there are no streams. */
  | { readonly kind: 'frame'; readonly frame: VideoFrame }
  /** The camera is off: nothing is read any more, everything else is kept. */
  | { readonly kind: 'pause' }
  | { readonly kind: 'retry' }
  | { readonly kind: 'close' }
  /** For tests: what a driver or a bug would do. */
  | { readonly kind: 'break'; readonly how: 'context' | 'crash' };

/** From the worker to the page. */
export type FromWorker =
  /** `streams`: this worker can read and write tracks itself. */
  | { readonly kind: 'ready'; readonly streams: boolean }
  /** What is made of a camera that was handed over; or that none can be made. */
  | { readonly kind: 'track'; readonly track: MediaStreamTrack }
  | { readonly kind: 'no-track' }
  | { readonly kind: 'alive' }
  | { readonly kind: 'tick' }
  | { readonly kind: 'frame'; readonly frame: VideoFrame }
  | { readonly kind: 'news'; readonly news: PipelineNews }
  | { readonly kind: 'error'; readonly code: EffectsErrorCode };
