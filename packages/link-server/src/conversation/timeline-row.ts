import type { KeptAnswer, TimelineEntry } from '@carillon/contract';

/** What happened in a conversation, as it is kept. */
export interface TimelineRow {
  readonly id: string;
  readonly at: number;
  readonly type: TimelineEntry['type'];
  readonly actor: string | null;
  readonly text: string | null;
  readonly duration_ms: number | null;
}

export const timelineColumns = 'id, at, type, actor, text, duration_ms from conversation_event';

/** Of a form the text is what was answered, as JSON. */
export const toTimelineEntry = ({ duration_ms: durationMs, ...entry }: TimelineRow): TimelineEntry =>
  entry.type === 'form_filled'
    ? { ...entry, text: null, durationMs, answers: JSON.parse(entry.text ?? '[]') as KeptAnswer[] }
    : { ...entry, durationMs };
