import type { TimelineEntry } from '@carillon/contract';

/** What is to be written into a conversation's timeline. */
export interface NewTimelineEntry {
  /** Its id, where who writes it is answered with it. */
  readonly id?: string;
  readonly conversationId: string;
  readonly type: TimelineEntry['type'];
  readonly actor?: string | null;
  readonly text?: string | null;
  readonly durationMs?: number | null;
  /** What the entry is about, where a later change replaces its text. */
  readonly ref?: string;
}
