import { everyTopic, type Database } from '../store/database.js';
import { streamTopic } from './append.js';
import { readEvents } from './read-events.js';
import type { StreamHub, StreamPage } from './stream-hub.js';

const defaultLimit = 500;

/** Wakes readers by what the database rings after a commit. */
export class DatabaseStreamHub implements StreamHub {
  readonly #db: Database;
  readonly #rings = new Map<string, Set<{ readonly ring: () => void }>>();
  readonly #stop: () => void;

  constructor(db: Database) {
    this.#db = db;
    this.#stop = db.onRing((topics) => {
      for (const topic of topics.has(everyTopic) ? [...this.#rings.keys()] : topics) this.#ring(topic);
    });
  }

  /** Rings the readers of a stream whose bell got lost. */
  ring(stream: string): void {
    this.#ring(streamTopic(stream));
  }

  subscribe(stream: string, ring: () => void): () => void {
    const topic = streamTopic(stream);
    const rings = this.#rings.get(topic) ?? new Set();
    const subscription = { ring };
    this.#rings.set(topic, rings.add(subscription));
    return () => {
      rings.delete(subscription);
      if (!rings.size && this.#rings.get(topic) === rings) this.#rings.delete(topic);
    };
  }

  subscribers(stream: string): number {
    return this.#rings.get(streamTopic(stream))?.size ?? 0;
  }

  readEvents(stream: string, after: number, limit = defaultLimit): Promise<StreamPage> {
    return readEvents(this.#db, stream, after, limit);
  }

  #ring(topic: string): void {
    for (const { ring } of [...(this.#rings.get(topic) ?? [])]) ring();
  }

  /** Stops listening to the database. */
  close(): void {
    this.#stop();
    this.#rings.clear();
  }
}
