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
  call_ended: 'Call ended',
  call_rated: 'Call rated by the customer, out of 5',
  note_saved: 'Note',
  status_changed: 'Status changed',
};

const lasted = (ms: number): string => {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
};

/** An entry of the timeline as one line; a note's text stands apart from it. */
export function timelineText({ type, actor, text, durationMs }: TimelineEntry): string {
  const detail = type === 'note_saved' || text === null ? '' : `: ${text.replaceAll('_', ' ')}`;
  const by = actor === null ? '' : ` · ${actor}`;
  const duration = durationMs === null ? '' : ` · ${lasted(durationMs)}`;
  return `${sentences[type]}${detail}${by}${duration}`;
}
