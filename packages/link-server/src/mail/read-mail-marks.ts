import type { MailMark } from '@carillon/contract';
import type { Query } from '../store/database.js';
import { selectIn } from '../store/many.js';
import { toMailMark, type MailMarkRow } from './mail-row.js';

interface Row extends MailMarkRow {
  readonly agent_id: string | null;
  readonly queue_id: string;
  readonly call_agent_id: string | null;
}

/** How an e-mail stands, and whom that concerns. */
export interface ToldMail {
  readonly mark: MailMark;
  readonly queueId: string;
  /** Besides the members of its queue: who wrote it, and who is on a call in its conversation. */
  readonly agentIds: readonly string[];
}

/** How e-mails stand, by the ids of their messages. */
export async function readMailMarks(q: Query, ids: Iterable<string>): Promise<ToldMail[]> {
  const rows = await selectIn<Row>(
    q,
    (list) =>
      `select message.id, message.conversation_id, message.seq, message.sender, message.delivered_at, message.failed_at,
         message.failure, message.agent_id, conversation.queue_id,
         (select max(call.agent_id) from call where call.conversation_id = conversation.id and call.state <> 'ended')
           as call_agent_id
       from message join conversation on conversation.id = message.conversation_id where message.id in (${list})`,
    ids,
  );
  return rows.map((row) => ({
    mark: toMailMark(row),
    queueId: row.queue_id,
    agentIds: [row.agent_id, row.call_agent_id].filter((id) => id !== null),
  }));
}
