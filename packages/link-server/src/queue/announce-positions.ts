import type { Transition } from '../transition/transition.js';

/** Gives every waiting call its place in its queue, 1 is next, and tells those whose place has changed. */
export async function announcePositions({ q, calls }: Transition): Promise<void> {
  const moved = await q.all<{ id: string }>(
    `update call set position = line.place, version = version + 1
     from (select id as waiting, row_number() over (partition by queue_id order by priority desc, queued_at, id) as place
           from call where state in ('queued', 'offering')) as line
     where call.id = line.waiting and (call.position is null or call.position <> line.place) returning call.id`,
  );
  for (const { id } of moved) calls.add(id);
}
