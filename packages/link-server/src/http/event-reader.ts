import type { Deps } from '../deps.js';
import { logFailure } from '../log/log-failure.js';
import { DomainError } from '../domain-error.js';
import { DatabaseUnavailableError } from '../store/database.js';
import type { StreamEvent } from '../stream/stream-hub.js';

export interface EventReaderOptions {
  /** Name of the stream, `agent:<id>` or `call:<id>`. */
  readonly stream: string;
  /** The last event the reader knows; null begins where the stream is. */
  readonly after: number | null;
  /** Whether the reader may still listen; asked every half minute. */
  readonly mayListen: () => Promise<boolean>;
  /** The reader is gone; not called when the server itself closes. */
  readonly left?: () => void;
}

const pageSize = 200;
const checkEveryMs = 30_000;
/** After a database that could not be asked. */
const readAgainMs = 500;

const encoder = new TextEncoder();
const frame = (event: string, data: string, id?: number) =>
  encoder.encode(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`);
const heartbeat = encoder.encode(':\n\n');
const goodbye = encoder.encode('retry: 300\nevent: bye\ndata: {}\n\n');

/**
 * One open event stream. It subscribes first and replays then, and sends each event once, in order, by its number. What
 * the reader does not fetch stays in the database: a full buffer is waited for, and one that stays full from one
 * heartbeat to the next is given up. The reader comes back for the rest.
 */
export class EventReader {
  readonly #deps: Deps;
  readonly #options: EventReaderOptions;
  readonly #controller: ReadableStreamDefaultController<Uint8Array>;
  readonly #ended: () => void;
  readonly #timers: readonly NodeJS.Timeout[];
  readonly #unsubscribe: () => void;
  #position: number | null;
  #closed = false;
  #reading = false;
  #again = false;
  #wasFull = false;
  #later: NodeJS.Timeout | undefined;
  #makeRoom: (() => void) | null = null;

  /** @param ended Called once, however it ends. */
  constructor(
    deps: Deps,
    options: EventReaderOptions,
    controller: ReadableStreamDefaultController<Uint8Array>,
    ended: () => void,
  ) {
    this.#deps = deps;
    this.#options = options;
    this.#controller = controller;
    this.#ended = ended;
    this.#position = options.after;
    this.#unsubscribe = deps.streams.subscribe(options.stream, {
      ring: () => void this.#read(),
      take: (event) => this.#take(event),
    });
    this.#timers = [
      setInterval(() => this.#beat(), deps.settings.heartbeatMs),
      setInterval(() => void this.#check(), checkEveryMs),
    ];
    if (this.#position !== null) this.#hello(this.#position);
    void this.#read();
  }

  /** The reader has taken something: there may be room again. */
  pull(): void {
    this.#wasFull = false;
    this.#makeRoom?.();
  }

  /** Ends the stream. With `bye` the server leaves and the reader shall come back; else the reader has left. */
  end({ bye = false } = {}): void {
    if (this.#closed) return;
    if (bye) this.#controller.enqueue(goodbye);
    this.#closed = true;
    this.#timers.forEach(clearInterval);
    clearTimeout(this.#later);
    this.#unsubscribe();
    this.#makeRoom?.();
    try {
      this.#controller.close();
    } catch {
      // The reader was faster.
    }
    this.#ended();
    if (!bye) this.#options.left?.();
  }

  /** Sends an event that this server has just committed, when it is the next one and there is room. */
  #take({ n, type, body }: StreamEvent): boolean {
    if (this.#closed) return true;
    if (this.#reading || this.#full || this.#position !== n - 1) return false;
    this.#send(frame(type, body, n));
    this.#position = n;
    return true;
  }

  async #read(): Promise<void> {
    this.#again = true;
    if (this.#reading) return;
    this.#reading = true;
    try {
      while (this.#again && !this.#closed) {
        this.#again = false;
        await this.#readPage();
      }
    } catch (error) {
      logFailure(this.#deps.log, 'event_stream_failed', error);
      if (error instanceof DatabaseUnavailableError) this.#readLater();
      else this.end();
    } finally {
      this.#reading = false;
    }
  }

  /** A reader that was sent away would come back at once, and ask the database more than one who waits. */
  #readLater(): void {
    this.#later ??= setTimeout(() => {
      this.#later = undefined;
      void this.#read();
    }, readAgainMs);
  }

  async #readPage(): Promise<void> {
    const after = this.#position ?? Number.MAX_SAFE_INTEGER;
    const { events, position, gap } = await this.#deps.streams.readEvents(this.#options.stream, after, pageSize);
    if (this.#position === null) return this.#hello(position);
    if (gap) {
      this.#position = position;
      return this.#send(frame('reset', JSON.stringify({ position })));
    }
    for (const { n, type, body } of events) {
      await this.#room();
      if (this.#closed) return;
      this.#send(frame(type, body, n));
      this.#position = n;
    }
    if (events.length === pageSize) this.#again = true;
  }

  #hello(position: number): void {
    this.#position = position;
    this.#send(frame('hello', JSON.stringify({ serverNow: this.#deps.now(), position })));
  }

  #send(bytes: Uint8Array): void {
    if (!this.#closed) this.#controller.enqueue(bytes);
  }

  get #full(): boolean {
    return (this.#controller.desiredSize ?? 0) <= 0;
  }

  async #room(): Promise<void> {
    if (this.#closed || !this.#full) return;
    await new Promise<void>((resolve) => (this.#makeRoom = resolve));
    this.#makeRoom = null;
  }

  #beat(): void {
    if (!this.#full) return this.#send(heartbeat);
    if (this.#wasFull) this.end();
    this.#wasFull = true;
  }

  /** A database that cannot be asked takes nobody's right away. */
  async #check(): Promise<void> {
    try {
      if (!(await this.#options.mayListen())) this.end();
    } catch (error) {
      if (error instanceof DomainError) this.end();
    }
  }
}
