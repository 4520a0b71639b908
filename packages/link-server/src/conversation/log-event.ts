import type { Transition } from '../transition/transition.js';
import type { NewTimelineEntry } from './new-timeline-entry.js';

/**
 * Notes what happened for the conversation's timeline, and tells its queue that it changed; written at the end of the
 * transition (`write-timeline.ts`).
 */
export function logEvent(t: Transition, entry: NewTimelineEntry): void {
  t.timeline.push(entry);
  t.conversations.add(entry.conversationId);
}
