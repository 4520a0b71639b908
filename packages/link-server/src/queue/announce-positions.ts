import type { Transition } from '../transition/transition.js';

/** Gives every waiting call its place in its queue, 1 is next, and tells those whose place has changed. */
export async function announcePositions(t: Transition): Promise<void> {
  const rows = await t.q.all<{ id: string; position: number | null; place: number }>(
    `select id, position, place from (
       select id, position, row_number() over (partition by queue_id order by priority desc, queued_at, id) as place
       from call where state in ('queued', 'offering')
     ) as line where position is null or position <> place`,
  );
  for (const { id, place } of rows) {
    await t.q.run('update call set position = $2, version = version + 1 where id = $1', id, place);
    t.calls.add(id);
  }
}
