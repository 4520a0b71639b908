import type { Database } from '../store/database.js';
import type { StreamEvent, StreamPage } from './stream-hub.js';

/**
 * Reads the events after a number, and where the stream stands, on one snapshot. A number below the oldest kept event,
 * or beyond the newest one, cannot be continued: that is a gap.
 */
export async function readEvents(db: Database, stream: string, after: number, limit: number): Promise<StreamPage> {
  return await db.read(async (q) => {
    const row = await q.get<{ n: number }>('select n from stream where id = $1', stream);
    const position = row?.n ?? 0;
    if (after === position) return { events: [], position, gap: false };
    const events = await q.all<StreamEvent>(
      'select n, type, body, at from event where stream = $1 and n > $2 order by n limit $3',
      stream,
      after,
      limit,
    );
    const gap = events[0]?.n !== after + 1;
    return { events: gap ? [] : events, position, gap };
  });
}
