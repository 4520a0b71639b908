import type { Effect } from './effect.js';
import type { Crop } from './trace/face-framer.js';

/** A movement of the mask, in shares of the frame. */
export type Shift = readonly [x: number, y: number];

/** One frame to make. */
export interface Composition {
  readonly effect: Effect;
  readonly crop: Crop;
  /** How far the person has moved since the mask was made. */
  readonly shift: Shift;
  /** Size of the result as a share of the frame's, where the compositor can make it smaller. */
  readonly scale: number;
}

/** Puts person and background together: on the GPU, or on planes in memory where WebGL is emulated or missing. */
export interface Compositor {
  /** Whether there is a mask to compose with. */
  readonly hasMask: boolean;
  /** Takes a frame in. */
  load(frame: VideoFrame): Promise<void>;
  /** Makes a new mask of the loaded frame; `shift` is how far the person has moved since the last one. */
  segment(shift: Shift): void;
  /** The mask, one byte a pixel, row 0 on top. */
  readMask(out: Uint8Array): void;
  /** The finished picture of the loaded frame. */
  compose(frame: VideoFrame, composition: Composition): VideoFrame;
  /** The picture for `image`, or none. */
  setImage(image: ImageBitmap | null): void;
}
