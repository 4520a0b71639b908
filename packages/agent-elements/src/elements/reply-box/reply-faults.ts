import {
  EmailAddress,
  isBlank,
  longestMessage,
  mailLimits,
  messageLength,
  type MessageChannel,
} from '@carillon/contract';

/** What is written and not sent. */
export interface ReplyDraft {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export type ReplyField = keyof ReplyDraft;
export type ReplyFault = 'to-invalid' | 'subject-missing' | 'text-missing' | 'text-too-long';

/** The most characters of a text that goes this way. */
export const longestText = (channel: MessageChannel): number =>
  channel === 'email' ? mailLimits.text : longestMessage;

/** What is wrong with a draft, by its field and in the order of the form. */
export function replyFaults(channel: MessageChannel, draft: ReplyDraft): ReadonlyMap<ReplyField, ReplyFault> {
  const faults = new Map<ReplyField, ReplyFault>();
  if (channel === 'email') {
    if (!EmailAddress.safeParse(draft.to.trim()).success) faults.set('to', 'to-invalid');
    if (isBlank(draft.subject)) faults.set('subject', 'subject-missing');
  }
  if (isBlank(draft.text)) faults.set('text', 'text-missing');
  else if (messageLength(draft.text) > longestText(channel)) faults.set('text', 'text-too-long');
  return faults;
}
