import type { ConversationDetail, KeptAnswer, TimelineEntry } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { readMessageEntries } from '../message/read-message-entries.js';
import { findPerson } from '../person/find-person.js';
import { readConversationFor } from './read-conversation-row.js';
import { toConversation } from './to-conversation.js';

interface EventRow {
  readonly id: string;
  readonly at: number;
  readonly type: TimelineEntry['type'];
  readonly actor: string | null;
  readonly text: string | null;
  readonly duration_ms: number | null;
}

/** A conversation of the agent's queues with its person and what happened in it. @throws {DomainError} `conversation_not_found` */
export function readConversationDetail(
  { db }: Deps,
  { agentId, conversationId }: { readonly agentId: string; readonly conversationId: string },
): Promise<ConversationDetail> {
  return db.read(async (q) => {
    const row = await readConversationFor(q, conversationId, agentId);
    const events = await q.all<EventRow>(
      'select id, at, type, actor, text, duration_ms from conversation_event where conversation_id = $1 order by at, seq',
      conversationId,
    );
    return {
      conversation: toConversation(row),
      person: row.person_id === null ? null : await findPerson(q, row.person_id),
      timeline: inOrder(events.map(toEntry), await readMessageEntries(q, conversationId)),
    };
  });
}

/** Of a form the text is what was answered, as JSON. */
const toEntry = ({ duration_ms: durationMs, ...entry }: EventRow): TimelineEntry =>
  entry.type === 'form_filled'
    ? { ...entry, text: null, durationMs, answers: JSON.parse(entry.text ?? '[]') as KeptAnswer[] }
    : { ...entry, durationMs };

/** What happened and what was written, by time. Both lists are in order already, which is kept within one moment. */
const inOrder = (events: readonly TimelineEntry[], messages: readonly TimelineEntry[]): TimelineEntry[] =>
  [...events, ...messages].sort((a, b) => a.at - b.at);
