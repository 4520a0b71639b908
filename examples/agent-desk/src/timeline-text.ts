import type { TimelineEntry } from '@carillon/contract';

const sentences: Readonly<Record<TimelineEntry['type'], string>> = {
  conversation_opened: 'Conversation opened',
  link_created: 'Call link created',
  link_revoked: 'Call link revoked',
  link_requested: 'Asked for another call link',
  callback_requested: 'Asked to be called back',
  callback_requested_again: 'Asked again to be called back',
  callback_superseded: 'Called before being called back',
  call_queued: 'Call waiting in the queue',
  call_offered: 'Ringing',
  offer_declined: 'Declined',
  offer_missed: 'Not answered',
  call_answered: 'Answered',
  call_established: 'Call connected',
  call_on_hold: 'Call on hold',
  hold_ended: 'Hold ended',
  transfer_started: 'Transfer started',
  transfer_failed: 'Not transferred',
  transfer_cancelled: 'Transfer cancelled',
  call_transferred: 'Call transferred',
  call_requeued: 'Waiting again, as nobody was there',
  call_ended: 'Call ended',
  call_rated: 'Call rated by the customer, out of 5',
  message_received: 'Message from the customer',
  message_sent: 'Message',
  note_saved: 'Note',
  status_changed: 'Status changed',
};

const lasted = (ms: number): string => {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
};

const withText: ReadonlySet<TimelineEntry['type']> = new Set(['note_saved', 'message_received', 'message_sent']);

/** Whether what somebody wrote stands apart from the line of an entry. */
export const hasText = ({ type }: TimelineEntry): boolean => withText.has(type);

/** An entry of the timeline as one line, without what stands apart from it. */
export function timelineText(entry: TimelineEntry): string {
  const { type, actor, text, durationMs } = entry;
  const detail = hasText(entry) || text === null ? '' : `: ${text.replaceAll('_', ' ')}`;
  const by = actor === null ? '' : ` · ${actor}`;
  const duration = durationMs === null ? '' : ` · ${lasted(durationMs)}`;
  return `${sentences[type]}${detail}${by}${duration}`;
}
