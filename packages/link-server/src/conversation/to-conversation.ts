import type { Conversation } from '@carillon/contract';
import type { ConversationRow } from '../transition/rows.js';

/** A row of the conversation list. */
export const toConversation = (row: ConversationRow): Conversation => ({
  id: row.id,
  title: row.title,
  personId: row.person_id,
  status: row.status,
  queueName: row.queue_name,
  medium: row.medium,
  agentId: row.agent_id,
  agentName: row.agent_name,
  waitingCallId: row.waiting_call_id,
  openedAt: row.opened_at,
  updatedAt: row.updated_at,
});
