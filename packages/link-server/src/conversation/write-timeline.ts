import { insertRows, selectIn } from '../store/many.js';
import type { Transition } from '../transition/transition.js';

/** Writes what a transition has noted for timelines, in its order. */
export async function writeTimeline({ q, now, deps, timeline, begun }: Transition): Promise<void> {
  if (timeline.length === 0) return;
  const known = new Set(timeline.map(({ conversationId }) => conversationId).filter((id) => !begun.has(id)));
  const counts = await selectIn<{ id: string; n: number }>(
    q,
    (list) =>
      `select conversation_id as id, count(*) as n from conversation_event where conversation_id in (${list}) group by conversation_id`,
    known,
  );
  // Several entries of one moment are kept apart by their place.
  const next = new Map(counts.map(({ id, n }) => [id, n]));
  const rows = timeline.map(
    ({ id, conversationId, type, actor = null, text = null, durationMs = null, ref = null }) => {
      const seq = next.get(conversationId) ?? 0;
      next.set(conversationId, seq + 1);
      return [id ?? deps.ids.id('tle'), conversationId, now, seq, type, actor, text, durationMs, ref];
    },
  );
  await insertRows(
    q,
    'insert into conversation_event (id, conversation_id, at, seq, type, actor, text, duration_ms, ref)',
    rows,
  );
  await selectIn(
    q,
    (list) => `update conversation set updated_at = $1 where id in (${list}) and updated_at <> $1 returning id`,
    known,
    [now],
  );
}
