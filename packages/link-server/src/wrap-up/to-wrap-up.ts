import type { WrapUp, WrapUpField } from '@carillon/contract';
import { toCaller } from '../call/to-agent-call.js';
import { answersOf } from './answers.js';
import type { CallRow, ConversationRow, WrapUpRow } from '../transition/rows.js';

/** A wrap-up as its agent sees it. */
export const toWrapUp = (row: WrapUpRow, call: CallRow, conversation: ConversationRow): WrapUp => ({
  id: row.id,
  callId: row.call_id,
  conversationId: row.conversation_id,
  caller: toCaller(call),
  openedAt: row.opened_at,
  endsAt: row.ends_at,
  extension: row.extension,
  latestEndsAt: Math.max(row.ends_at, row.latest_at),
  closedAt: row.closed_at,
  closedBy: row.closed_by,
  note: row.note,
  summary: row.summary,
  disposition: row.disposition,
  dispositions: JSON.parse(row.dispositions) as string[],
  fields: JSON.parse(row.fields) as WrapUpField[],
  answers: answersOf(row),
  rating: row.rating,
  ratingAllowed: row.rating_allowed === 1,
  conversationStatus: conversation.status,
});
