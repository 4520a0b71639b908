/** Streams of frames from and to tracks, as Chromium has them on pages; the DOM's types know them not. */
export interface StreamSupport {
  readonly Processor: new (init: { track: MediaStreamTrack; maxBufferSize?: number }) => {
    readonly readable: ReadableStream<VideoFrame>;
  };
  readonly Generator: new (init: { kind: 'video' }) => MediaStreamTrack & {
    readonly writable: WritableStream<VideoFrame>;
  };
}

/** The two classes, or null in a browser that takes frames in another way. */
export function streamSupport(scope: object = globalThis): StreamSupport | null {
  const { MediaStreamTrackProcessor: Processor, MediaStreamTrackGenerator: Generator } = scope as {
    MediaStreamTrackProcessor?: StreamSupport['Processor'];
    MediaStreamTrackGenerator?: StreamSupport['Generator'];
  };
  return Processor && Generator ? { Processor, Generator } : null;
}
