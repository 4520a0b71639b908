import type { AppendedEvent } from './append.js';

/** One event of a stream. */
export interface StreamEvent {
  /** Its number in the stream: 1, 2, 3 … without gaps. */
  readonly n: number;
  readonly type: string;
  /** JSON text, sent as it is stored. */
  readonly body: string;
  readonly at: number;
}

/** A piece of a stream. */
export interface StreamPage {
  readonly events: readonly StreamEvent[];
  /** The number of the stream's newest event; 0 before the first. */
  readonly position: number;
  /** True when what came after the asked position cannot be replayed: read the snapshot again, go on from `position`. */
  readonly gap: boolean;
}

/** Who waits for events of a stream. */
export interface StreamReader {
  /** There may be something to read: after a commit of any server, or when a bell may have been missed. */
  readonly ring: () => void;
  /**
   * Takes an event that this server has just committed; false when it has not read what comes before, or cannot take
   * it now: then it is rung.
   */
  readonly take?: (event: StreamEvent) => boolean;
}

/** Where readers of event streams wait and read. Streams are named `agent:<id>` and `call:<id>`. */
export interface StreamHub {
  /** Serves a reader after every commit that appended to the stream. Returns the way to stop, safe to call twice. */
  subscribe(stream: string, reader: StreamReader): () => void;
  /**
   * Hands events that have just been committed here to their readers, in order; whoever takes them need not ask the
   * database. To be called after the commit and before its bells.
   */
  deliver(events: readonly AppendedEvent[]): void;
  /** How many are subscribed in this process. */
  subscribers(stream: string): number;
  /** The events after a number, oldest first. To miss none: subscribe first, then read. */
  readEvents(stream: string, after: number, limit?: number): Promise<StreamPage>;
}
