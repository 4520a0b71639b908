/** Reads the frames of a track. */
interface Reading {
  readonly Processor: new (init: { track: MediaStreamTrack; maxBufferSize?: number }) => {
    readonly readable: ReadableStream<VideoFrame>;
  };
}

/** Streams of frames from and to tracks, as Chromium has them on pages. */
export interface PageStreams extends Reading {
  readonly Generator: new (init: { kind: 'video' }) => MediaStreamTrack & {
    readonly writable: WritableStream<VideoFrame>;
  };
}

/** The same as they are inside of workers (Safari from 18, WebKit). */
export interface WorkerStreams extends Reading {
  readonly Generator: new () => { readonly track: MediaStreamTrack; readonly writable: WritableStream<VideoFrame> };
}

/** What a scope may have of them; the DOM's types know them not. */
interface Scope {
  readonly MediaStreamTrackProcessor?: Reading['Processor'];
  readonly MediaStreamTrackGenerator?: PageStreams['Generator'];
  readonly VideoTrackGenerator?: WorkerStreams['Generator'];
}

/** The two classes of a page, or null in a browser that takes frames in another way. */
export function pageStreams(scope: object = globalThis): PageStreams | null {
  const { MediaStreamTrackProcessor: Processor, MediaStreamTrackGenerator: Generator } = scope as Scope;
  return Processor && Generator ? { Processor, Generator } : null;
}

/** The two classes of a worker, or null where it has them not (Chromium has them on pages, Firefox nowhere). */
export function workerStreams(scope: object = globalThis): WorkerStreams | null {
  const { MediaStreamTrackProcessor: Processor, VideoTrackGenerator: Generator } = scope as Scope;
  return Processor && Generator ? { Processor, Generator } : null;
}

/** The frames of a camera, for effects. One waits at most: an older one would only be late. */
export const framesOf = ({ Processor }: Reading, camera: MediaStreamTrack): ReadableStream<VideoFrame> =>
  new Processor({ track: camera, maxBufferSize: 1 }).readable;
