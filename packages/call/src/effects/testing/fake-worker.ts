import { makePicture } from '../../media/testing/make-tracks.js';
import type { PageStreams } from '../frame-streams.js';
import type { FromWorker, ToWorker } from '../worker-messages.js';

/** A worker that does nothing by itself: a test says what it says, and when it dies. */
export class FakeWorker {
  readonly posted: ToWorker[] = [];
  readonly terminated: Promise<void>;
  terminate: () => void = () => undefined;
  onmessage: ((event: { readonly data: FromWorker }) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;

  constructor() {
    this.terminated = new Promise((done) => (this.terminate = done));
  }

  postMessage(message: ToWorker): void {
    this.posted.push(message);
  }

  get kinds(): readonly ToWorker['kind'][] {
    return this.posted.map(({ kind }) => kind);
  }

  say(data: FromWorker): void {
    this.onmessage?.({ data });
  }

  /** Returns whether the error was dealt with, so that the page's own handlers do not hear of it. */
  die(): boolean {
    const event = new ErrorEvent('error', { message: 'gone', cancelable: true });
    this.onerror?.(event);
    return event.defaultPrevented;
  }
}

/** Streams of no frames, with a track that can be ended. */
export const fakeStreams: PageStreams = {
  Processor: class {
    readonly readable = new ReadableStream<VideoFrame>();
  },
  Generator: class {
    constructor() {
      return Object.assign(makePicture(), { writable: new WritableStream<VideoFrame>() });
    }
  } as unknown as PageStreams['Generator'],
};
