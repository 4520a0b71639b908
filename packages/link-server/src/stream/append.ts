import type { Query } from '../store/database.js';
import { insertRows } from '../store/many.js';
import type { StreamEvent } from './stream-hub.js';

/** Something to tell the readers of a stream. */
export interface StreamMessage {
  readonly stream: string;
  readonly type: string;
  /** Becomes JSON. */
  readonly body: unknown;
}

/** An event as it was appended. */
export interface AppendedEvent extends StreamEvent {
  readonly stream: string;
}

/** The topic that `appendAll` rings for a stream. */
export const streamTopic = (stream: string): string => `stream:${stream}`;

/**
 * Appends messages to their streams, those of one stream in the order in which they come, and returns them with their numbers. A
 * stream's counter row
 * serialises its writers, so that numbers are gapless in the order of commits (a global sequence lost 660 of 19,488
 * events: server.md §3.5). Counters are taken in the order of the streams' names, so that two transactions never wait for
 * each other. Call it last in the transaction: everyone else who appends to these streams waits from here on.
 */
export async function appendAll(q: Query, messages: readonly StreamMessage[], at: number): Promise<AppendedEvent[]> {
  const lengths = new Map<string, number>();
  for (const { stream } of messages) lengths.set(stream, (lengths.get(stream) ?? 0) + 1);
  const counters = await insertRows<{ id: string; n: number }>(
    q,
    'insert into stream (id, n)',
    [...lengths].sort(([a], [b]) => (a < b ? -1 : 1)),
    'on conflict (id) do update set n = stream.n + excluded.n returning id, n',
  );
  const next = new Map(counters.map(({ id, n }) => [id, n - (lengths.get(id) ?? 0)]));
  const events = messages.map(({ stream, type, body }) => {
    const n = (next.get(stream) ?? 0) + 1;
    next.set(stream, n);
    return { stream, n, type, body: JSON.stringify(body), at };
  });
  await insertRows(
    q,
    'insert into event (stream, n, type, body, at)',
    events.map(({ stream, n, type, body }) => [stream, n, type, body, at]),
  );
  for (const stream of lengths.keys()) q.ring(streamTopic(stream));
  return events;
}

/** Appends one event to a stream, and returns its number; see `appendAll`. */
export const append = async (q: Query, stream: string, type: string, body: unknown, at: number): Promise<number> =>
  (await appendAll(q, [{ stream, type, body }], at))[0]?.n ?? 0;
