import type { Query } from '../store/database.js';

/** The topic that `append` rings for a stream. */
export const streamTopic = (stream: string): string => `stream:${stream}`;

/**
 * Appends an event to a stream and returns its number. The counter row serialises the stream's writers, so that numbers
 * are gapless in the order of commits (a global sequence lost 660 of 19,488 events: server.md §3.5). Call it last in
 * the transaction: everyone else who appends to the stream waits from here on.
 */
export async function append(q: Query, stream: string, type: string, body: unknown, at: number): Promise<number> {
  const row = await q.get<{ n: number }>(
    'insert into stream (id, n) values ($1, 1) on conflict (id) do update set n = stream.n + 1 returning n',
    stream,
  );
  const n = row?.n ?? 0;
  await q.run(
    'insert into event (stream, n, type, body, at) values ($1, $2, $3, $4, $5)',
    stream,
    n,
    type,
    JSON.stringify(body),
    at,
  );
  q.ring(streamTopic(stream));
  return n;
}
