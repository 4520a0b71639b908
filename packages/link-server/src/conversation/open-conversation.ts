import type { Medium } from '@carillon/contract';
import type { CallLinkRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';
import { logEvent } from './log-event.js';
import { readConversation } from './read-conversation-row.js';

export interface CallArrival {
  readonly link: CallLinkRow;
  readonly queueId: string;
  readonly medium: Medium;
  /** What the link or the customer says their name is. */
  readonly callerName: string;
}

/**
 * The conversation a call belongs to (spec §3.1): the link's own while it is open; the same person's open one, else a
 * new one for them, once it was closed; always a new one for a guest (RCV-2, LNK-7, LNK-12).
 */
export async function openConversation(
  t: Transition,
  { link, queueId, medium, callerName }: CallArrival,
): Promise<string> {
  const { q, now } = t;
  const bound = link.conversation_id === null ? undefined : await readConversation(q, link.conversation_id);
  if (bound && bound.status !== 'closed') return attach(t, bound.id, medium);
  const personId = bound?.person_id ?? null;
  const open =
    personId === null
      ? undefined
      : await q.get<{ id: string }>(
          `select id from conversation where person_id = $1 and status <> 'closed'`,
          personId,
        );
  if (open) return attach(t, open.id, medium);
  const id = t.deps.ids.id('con');
  await q.run(
    `insert into conversation (id, person_id, title, status, queue_id, medium, opened_at, updated_at)
     values ($1, $2, $3, 'open', $4, $5, $6, $6)`,
    id,
    personId,
    bound?.title ?? callerName,
    queueId,
    medium,
    now,
  );
  t.begun.add(id);
  logEvent(t, { conversationId: id, type: 'conversation_opened', actor: callerName });
  return id;
}

async function attach(t: Transition, id: string, medium: Medium): Promise<string> {
  await t.q.run(
    `update conversation set medium = $2, status = 'open', updated_at = $3 where id = $1`,
    id,
    medium,
    t.now,
  );
  t.conversations.add(id);
  return id;
}
