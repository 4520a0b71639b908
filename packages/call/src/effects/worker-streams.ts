/** Streams of frames from and to tracks as they are inside workers (Safari from 18, WebKit); the DOM's types know them not. */
export interface WorkerStreamSupport {
  readonly Processor: new (init: { track: MediaStreamTrack; maxBufferSize?: number }) => {
    readonly readable: ReadableStream<VideoFrame>;
  };
  readonly Generator: new () => { readonly track: MediaStreamTrack; readonly writable: WritableStream<VideoFrame> };
}

/** The two classes, or null where a worker has them not (Chromium has them on pages, Firefox nowhere). */
export function workerStreamSupport(scope: object = globalThis): WorkerStreamSupport | null {
  const { MediaStreamTrackProcessor: Processor, VideoTrackGenerator: Generator } = scope as {
    MediaStreamTrackProcessor?: WorkerStreamSupport['Processor'];
    VideoTrackGenerator?: WorkerStreamSupport['Generator'];
  };
  return Processor && Generator ? { Processor, Generator } : null;
}
