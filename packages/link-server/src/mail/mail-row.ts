import type { MailFailure, MailMark, MailState, MessageMail } from '@carillon/contract';

/** What of a message's row is about an e-mail. */
export interface MailColumns {
  readonly sender: 'customer' | 'agent';
  readonly address: string | null;
  readonly subject: string | null;
  readonly delivered_at: number | null;
  readonly failed_at: number | null;
  readonly failure: MailFailure | null;
}

type StateColumns = Pick<MailColumns, 'sender' | 'delivered_at' | 'failed_at'>;

function stateOf({ sender, delivered_at, failed_at }: StateColumns): MailState {
  if (sender === 'customer') return 'received';
  if (failed_at !== null) return 'failed';
  return delivered_at === null ? 'sending' : 'sent';
}

export const toMail = (row: MailColumns): MessageMail => ({
  address: row.address ?? '',
  subject: row.subject ?? '',
  state: stateOf(row),
  failure: row.failure,
});

/** A row of what is told about an e-mail. */
export interface MailMarkRow extends StateColumns {
  readonly id: string;
  readonly conversation_id: string;
  readonly seq: number;
  readonly failure: MailFailure | null;
}

export const toMailMark = (row: MailMarkRow): MailMark => ({
  conversationId: row.conversation_id,
  messageId: row.id,
  seq: row.seq,
  state: stateOf(row),
  failure: row.failure,
});
