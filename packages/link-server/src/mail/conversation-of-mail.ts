import { logEvent } from '../conversation/log-event.js';
import type { Query } from '../store/database.js';
import type { ConversationRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';

export interface MailParty {
  readonly address: string;
  /** What they are called where nothing else says it. */
  readonly name: string;
}

/**
 * The conversation that a mail belongs to, of the one it was written in or answers (MSG-4, MSG-5): that one, while it is
 * open and the address is not known to be somebody else's; else the open conversation of whose address it is, or a new
 * one for them. A guest's address may be anybody's: theirs is the conversation they are in.
 */
export async function conversationOfMail(
  t: Transition,
  thread: ConversationRow,
  { address, name }: MailParty,
): Promise<string> {
  const owner = await ownerOf(t.q, address);
  const other = owner !== null && thread.person_id !== null && owner !== thread.person_id;
  if (thread.status !== 'closed' && !other) return thread.id;
  const personId = other ? owner : (thread.person_id ?? owner);
  const open = personId === null ? undefined : await openOf(t.q, personId);
  return open ?? (await beginFor(t, thread, { personId, name }));
}

/** Whose address it is; null: nobody's whom we know. */
async function ownerOf(q: Query, address: string): Promise<string | null> {
  const row = await q.get<{ person_id: string }>('select person_id from person_email where email = $1', address);
  return row?.person_id ?? null;
}

async function openOf(q: Query, personId: string): Promise<string | undefined> {
  const row = await q.get<{ id: string }>(
    `select id from conversation where person_id = $1 and status <> 'closed'`,
    personId,
  );
  return row?.id;
}

async function beginFor(
  t: Transition,
  { queue_id: queueId }: ConversationRow,
  { personId, name }: { readonly personId: string | null; readonly name: string },
): Promise<string> {
  const known = await t.q.get<{ name: string }>('select name from person where id = $1', personId ?? '');
  const title = known?.name ?? name;
  const id = t.deps.ids.id('con');
  await t.q.run(
    `insert into conversation (id, person_id, title, status, queue_id, opened_at, updated_at)
     values ($1, $2, $3, 'open', $4, $5, $5)`,
    id,
    personId,
    title,
    queueId,
    t.now,
  );
  t.begun.add(id);
  logEvent(t, { conversationId: id, type: 'conversation_opened', actor: title });
  return id;
}
