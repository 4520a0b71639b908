import { limits } from '@carillon/contract';
import type { Deps } from '../deps.js';

export interface EventStreamOptions {
  /** Name of the stream, `agent:<id>` or `call:<id>`. */
  readonly stream: string;
  /** The last event the reader knows; null begins where the stream is. */
  readonly after: number | null;
  /** Whether the reader may still listen; asked every half minute. */
  readonly mayListen: () => Promise<boolean>;
  /** The reader is gone; not called when the server itself closes. */
  readonly left?: () => void;
}

/** A reader that lets this much pile up is dropped and comes back for the rest (security.md F34). */
const mostPending = 64 * 1024;
const pageSize = 200;
const checkEveryMs = 30_000;

const encoder = new TextEncoder();
const frame = (event: string, data: string, id?: number) =>
  encoder.encode(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`);
const heartbeat = encoder.encode(':\n\n');

/**
 * All open event streams of this process. A reader is subscribed first and replayed then, and each event goes out once,
 * in order, by its number: none is missed and none comes twice, through any reconnect (server.md §5).
 */
export class EventStreams {
  readonly #deps: Deps;
  readonly #open = new Set<(bye: boolean) => void>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  get size(): number {
    return this.#open.size;
  }

  /** Opens a stream as the answer to a request. */
  open(options: EventStreamOptions): Response {
    let cancel: () => void = () => undefined;
    const body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          cancel = this.#run(options, controller);
        },
        cancel: () => cancel(),
      },
      { highWaterMark: mostPending, size: (chunk) => chunk?.byteLength ?? 0 },
    );
    return new Response(body, {
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
    });
  }

  /** Says goodbye to every reader: they come back, to another server or to this one's successor. */
  closeAll(): void {
    for (const close of [...this.#open]) close(true);
  }

  #run(
    { stream, after, mayListen, left }: EventStreamOptions,
    controller: ReadableStreamDefaultController<Uint8Array>,
  ): () => void {
    const { streams, now, log } = this.#deps;
    let position = after;
    let closed = false;
    let reading = false;
    let again = false;

    const send = (bytes: Uint8Array) => {
      if (closed) return;
      controller.enqueue(bytes);
      if ((controller.desiredSize ?? 0) < -mostPending) end();
    };
    const end = (bye = false) => {
      if (closed) return;
      if (bye) controller.enqueue(encoder.encode('retry: 300\nevent: bye\ndata: {}\n\n'));
      closed = true;
      clearInterval(beat);
      clearInterval(check);
      unsubscribe();
      this.#open.delete(end);
      try {
        controller.close();
      } catch {
        // The reader was faster.
      }
      if (!bye) left?.();
    };

    const read = async () => {
      if (reading) {
        again = true;
        return;
      }
      reading = true;
      try {
        do {
          again = false;
          await readPages();
        } while (again && !closed);
      } catch (error) {
        log.error('event_stream_failed', { error: error instanceof Error ? error.name : 'unknown' });
        end();
      } finally {
        reading = false;
      }
    };
    const readPages = async () => {
      for (;;) {
        const page = await streams.readEvents(stream, position ?? Number.MAX_SAFE_INTEGER, pageSize);
        if (closed) return;
        if (position === null) {
          position = page.position;
          send(frame('hello', JSON.stringify({ serverNow: now(), position })));
          return;
        }
        if (page.gap) {
          position = page.position;
          send(frame('reset', JSON.stringify({ position })));
          return;
        }
        for (const { n, type, body } of page.events) {
          send(frame(type, body, n));
          position = n;
        }
        if (page.events.length < pageSize) return;
      }
    };

    const unsubscribe = streams.subscribe(stream, () => void read());
    const beat = setInterval(() => send(heartbeat), limits.heartbeatMs);
    const check = setInterval(
      () =>
        void mayListen().then(
          (may) => (may ? undefined : end()),
          () => undefined,
        ),
      checkEveryMs,
    );
    this.#open.add(end);
    if (position !== null) send(frame('hello', JSON.stringify({ serverNow: now(), position })));
    void read();
    return end;
  }
}
