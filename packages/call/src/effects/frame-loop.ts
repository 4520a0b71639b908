/**
 * Reads frames, hands each to `make` and writes what comes back. Every frame that was read is closed, whatever happens;
 * a frame that cannot be made is left out, never replaced by the one that came in.
 */
export class FrameLoop {
  readonly #make: (frame: VideoFrame) => Promise<VideoFrame | null>;
  #reader: ReadableStreamDefaultReader<VideoFrame> | null = null;
  #writer: WritableStreamDefaultWriter<VideoFrame> | null = null;

  constructor(make: (frame: VideoFrame) => Promise<VideoFrame | null>) {
    this.#make = make;
  }

  /** Goes on with another camera; the sink stays unless there is a new one. */
  async start(readable: ReadableStream<VideoFrame>, writable?: WritableStream<VideoFrame>): Promise<void> {
    this.pause();
    if (writable) this.#writer = writable.getWriter();
    const reader = readable.getReader();
    this.#reader = reader;
    for (;;) {
      const { value: frame, done } = await reader.read().catch(() => ({ value: undefined, done: true }));
      if (done || !frame) return;
      // Another camera has taken over while this one was waited for.
      if (reader !== this.#reader) return frame.close();
      await this.#pass(frame, reader);
    }
  }

  /** Stops reading. Without it the frames that are queued would keep the camera from delivering more. */
  pause(): void {
    const reader = this.#reader;
    this.#reader = null;
    void reader?.cancel().catch(() => undefined);
  }

  async close(): Promise<void> {
    this.pause();
    await this.#writer?.close().catch(() => undefined);
    this.#writer = null;
  }

  async #pass(frame: VideoFrame, reader: ReadableStreamDefaultReader<VideoFrame>): Promise<void> {
    const made = await this.#make(frame)
      .catch(() => null)
      .finally(() => frame.close());
    if (!made) return;
    if (reader !== this.#reader || !this.#writer) return made.close();
    await this.#writer.write(made).catch(() => made.close());
  }
}
