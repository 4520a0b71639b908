import type { TimelineEntry } from '@carillon/contract';
import type { Query } from '../store/database.js';
import { messageColumns, type MessageRow } from './read-messages.js';

/** A timeline shows this many of the newest messages; all of them are listed by `GET /v1/conversations/:id/messages`. */
export const messagesInTimeline = 200;

/** A conversation's newest messages as entries of its timeline, oldest first. */
export async function readMessageEntries(q: Query, conversationId: string): Promise<TimelineEntry[]> {
  const rows = await q.all<MessageRow>(
    `select ${messageColumns} where message.conversation_id = $1 order by message.seq desc limit $2`,
    conversationId,
    messagesInTimeline,
  );
  return rows.reverse().map((row) => ({
    id: row.id,
    at: row.created_at,
    type: typeOf(row),
    actor: row.name ?? row.address,
    text: row.subject ? `${row.subject}\n\n${row.text}` : row.text,
    durationMs: null,
  }));
}

const typeOf = ({ channel, sender }: MessageRow): TimelineEntry['type'] =>
  `${channel === 'email' ? 'mail' : 'message'}_${sender === 'agent' ? 'sent' : 'received'}`;
