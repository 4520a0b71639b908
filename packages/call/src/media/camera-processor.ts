/** Changes the camera's picture before anybody sees it: background effects, for one. */
export interface CameraProcessor {
  /** Whether the picture has to be changed, as things stand. Asked whenever a camera is opened. */
  active(): Promise<boolean>;
  /**
   * Takes an opened camera over and answers with the track that may be shown and sent; with the same one as long as it
   * can. When it rejects, nothing of this camera may be shown.
   */
  process(camera: MediaStreamTrack): Promise<MediaStreamTrack>;
  /** The camera is off, and may be on again soon. */
  pause(): void;
  /** Gives back what it holds for a camera: none is wanted for now. Called while paused. */
  putAway(): void;
  /** Called when the answer of `active`, or the track, is another one now. Returns the way to stop. */
  subscribeCamera(listener: () => void): () => void;
}

/** Loads a processor with the first camera; null while there is nothing to do for one. */
export type CameraProcessorSource = () => Promise<CameraProcessor> | null;
