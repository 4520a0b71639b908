import type { FromWorker, ToWorker } from './worker-messages.js';

/** How frames get from a camera's track to the worker and back into a track. */
export interface FrameRoute {
  /** The track that may be shown and sent; null until the first start has ended. */
  readonly track: MediaStreamTrack | null;
  /** Takes a camera in, or another one. */
  start(camera: MediaStreamTrack): Promise<void>;
  /** What the worker says about frames. */
  receive(message: FromWorker): void;
  /** The camera is off. */
  pause(): void;
  close(): void;
}

export type Post = (message: ToWorker, transfer?: Transferable[]) => void;
