import type { Query } from '../store/database.js';
import type { Transition } from '../transition/transition.js';

/** The topic that wakes the webhook loop. */
export const webhookTopic = 'webhook';

/**
 * Writes what a transition announces, once for each endpoint, in its transaction: what happened and word of it are
 * durable together. Last of all, in the order of what it is about, as each counter makes other writers wait.
 */
export async function queueWebhooks({ q, deps, now, announcements }: Transition): Promise<void> {
  if (announcements.length === 0) return;
  const endpoints = await q.all<{ id: string }>(`select id from webhook_endpoint where state = 'active' order by id`);
  if (endpoints.length === 0) return;
  const timestamp = new Date(now).toISOString();
  const ordered = [...announcements].sort((a, b) => (a.about < b.about ? -1 : a.about > b.about ? 1 : 0));
  for (const { type, about, data } of ordered) {
    const n = await nextNumber(q, about);
    const messageId = deps.ids.id('msg');
    const body = JSON.stringify({ type, timestamp, data });
    for (const { id } of endpoints)
      await q.run(
        `insert into webhook_delivery (endpoint_id, message_id, about, n, type, body, state, next_at, created_at)
         values ($1, $2, $3, $4, $5, $6, 'waiting', $7, $7)`,
        id,
        messageId,
        about,
        n,
        type,
        body,
        now,
      );
  }
  q.ring(webhookTopic);
}

/** Counts what is said about one thing; its row makes the next writer wait, so that numbers follow the commits. */
async function nextNumber(q: Query, about: string): Promise<number> {
  const row = await q.get<{ n: number }>(
    'insert into stream (id, n) values ($1, 1) on conflict (id) do update set n = stream.n + 1 returning n',
    `webhook:${about}`,
  );
  return row?.n ?? 0;
}
