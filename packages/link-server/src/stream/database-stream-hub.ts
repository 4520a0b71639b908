import { everyTopic, type Database } from '../store/database.js';
import { streamTopic, type AppendedEvent } from './append.js';
import { readEvents } from './read-events.js';
import type { StreamHub, StreamPage, StreamReader } from './stream-hub.js';

const defaultLimit = 500;

/** Wakes readers by what the database rings after a commit, and hands them what this process itself has committed. */
export class DatabaseStreamHub implements StreamHub {
  readonly #db: Database;
  readonly #readers = new Map<string, Set<StreamReader>>();
  /** Streams all of whose readers have what was committed: their next bell is for nothing. */
  readonly #served = new Set<string>();
  readonly #stop: () => void;

  constructor(db: Database) {
    this.#db = db;
    this.#stop = db.onRing((topics) => {
      for (const topic of topics.has(everyTopic) ? [...this.#readers.keys()] : topics)
        if (!this.#served.delete(topic)) this.#ring(topic);
    });
  }

  /** Rings the readers of a stream whose bell got lost. */
  ring(stream: string): void {
    this.#ring(streamTopic(stream));
  }

  subscribe(stream: string, { ring, take }: StreamReader): () => void {
    const topic = streamTopic(stream);
    const readers = this.#readers.get(topic) ?? new Set();
    const own: StreamReader = { ring, ...(take === undefined ? {} : { take }) };
    this.#readers.set(topic, readers.add(own));
    return () => {
      readers.delete(own);
      if (!readers.size && this.#readers.get(topic) === readers) this.#readers.delete(topic);
    };
  }

  deliver(events: readonly AppendedEvent[]): void {
    for (const event of events) {
      const topic = streamTopic(event.stream);
      const readers = this.#readers.get(topic);
      if (!readers) continue;
      let all = true;
      for (const reader of [...readers]) all = (reader.take?.(event) ?? false) && all;
      // One that did not take an event takes none after it, and is rung.
      if (all) this.#served.add(topic);
      else this.#served.delete(topic);
    }
  }

  subscribers(stream: string): number {
    return this.#readers.get(streamTopic(stream))?.size ?? 0;
  }

  readEvents(stream: string, after: number, limit = defaultLimit): Promise<StreamPage> {
    return readEvents(this.#db, stream, after, limit);
  }

  #ring(topic: string): void {
    for (const { ring } of [...(this.#readers.get(topic) ?? [])]) ring();
  }

  /** Stops listening to the database. */
  close(): void {
    this.#stop();
    this.#readers.clear();
  }
}
