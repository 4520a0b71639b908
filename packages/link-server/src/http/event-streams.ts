import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import type { AppContext } from './app-env.js';
import { EventReader, type EventReaderOptions } from './event-reader.js';

/** What may wait in memory for one reader, in bytes; the rest waits in the database (security.md F34). */
const mostPending = 64 * 1024;

const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' };

/** All open event streams of this process (server.md §5). */
export class EventStreams {
  readonly #deps: Deps;
  readonly #open = new Set<EventReader>();
  #closed = false;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  get size(): number {
    return this.#open.size;
  }

  /** Answers a request with a stream of events. */
  open(c: AppContext, options: EventReaderOptions): Response {
    // On a connection that was kept: whoever comes back now has to go elsewhere.
    if (this.#closed) throw new DomainError('server_stopping');
    let reader: EventReader | undefined;
    const body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          const opened = new EventReader(this.#deps, options, controller, () => this.#open.delete(opened));
          reader = opened;
          this.#open.add(opened);
        },
        pull: () => reader?.pull(),
        cancel: () => reader?.end(),
      },
      { highWaterMark: mostPending, size: (chunk) => chunk?.byteLength ?? 0 },
    );
    // Not a bare Response: that one would lose the headers of the chain, and with them other origins' right to read.
    return c.body(body, 200, headers);
  }

  /** Says goodbye to every reader: they come back, to another server or to this one's successor. */
  closeAll(): void {
    this.#closed = true;
    for (const reader of [...this.#open]) reader.end({ bye: true });
  }
}
