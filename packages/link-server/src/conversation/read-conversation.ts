import type { ConversationDetail, TimelineEntry } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { readMessageEntries } from '../message/read-message-entries.js';
import { findPerson } from '../person/find-person.js';
import { readConversationFor } from './read-conversation-row.js';
import { timelineColumns, toTimelineEntry, type TimelineRow } from './timeline-row.js';
import { toConversation } from './to-conversation.js';

/** A conversation of the agent's queues with its person and what happened in it. @throws {DomainError} `conversation_not_found` */
export function readConversationDetail(
  { db }: Deps,
  { agentId, conversationId }: { readonly agentId: string; readonly conversationId: string },
): Promise<ConversationDetail> {
  return db.read(async (q) => {
    const row = await readConversationFor(q, conversationId, agentId);
    const events = await q.all<TimelineRow>(
      `select ${timelineColumns} where conversation_id = $1 order by at, seq`,
      conversationId,
    );
    return {
      conversation: toConversation(row),
      person: row.person_id === null ? null : await findPerson(q, row.person_id),
      timeline: inOrder(events.map(toTimelineEntry), await readMessageEntries(q, conversationId)),
    };
  });
}

/** What happened and what was written, by time. Both lists are in order already, which is kept within one moment. */
const inOrder = (events: readonly TimelineEntry[], messages: readonly TimelineEntry[]): TimelineEntry[] =>
  [...events, ...messages].sort((a, b) => a.at - b.at);
