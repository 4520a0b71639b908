import type { TimelineEntry } from '@carillon/contract';
import type { Transition } from '../transition/transition.js';

export interface NewTimelineEntry {
  readonly conversationId: string;
  readonly type: TimelineEntry['type'];
  readonly actor?: string | null;
  readonly text?: string | null;
  readonly durationMs?: number | null;
  /** What the entry is about, where a later change replaces its text. */
  readonly ref?: string;
}

/** Writes what happened into the conversation's timeline and tells its queue that it changed. */
export async function logEvent(t: Transition, entry: NewTimelineEntry): Promise<void> {
  const { conversationId, type, actor = null, text = null, durationMs = null, ref = null } = entry;
  await t.q.run(
    `insert into conversation_event (id, conversation_id, at, seq, type, actor, text, duration_ms, ref)
     values ($1, $2, $3, (select count(*) from conversation_event where conversation_id = $2), $4, $5, $6, $7, $8)`,
    t.deps.ids.id('tle'),
    conversationId,
    t.now,
    type,
    actor,
    text,
    durationMs,
    ref,
  );
  await t.q.run('update conversation set updated_at = $2 where id = $1', conversationId, t.now);
  t.conversations.add(conversationId);
}
