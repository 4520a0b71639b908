import {
  cleanMessage,
  isBlank,
  longestNote,
  messageLength,
  type TimelineEntry,
  type WriteNoteRequest,
} from '@carillon/contract';
import { problemCode } from '../../session/problem-code.js';

/** A note that is being written. `failed` goes with the code of what went wrong. */
export interface NoteDraft {
  readonly text: string;
  readonly state: 'writing' | 'missing' | 'too-long' | 'saving' | 'saved' | 'failed';
  readonly problem: string | null;
}

const empty: NoteDraft = Object.freeze({ text: '', state: 'writing', problem: null });

/**
 * Notes that are being written, one of each conversation: what was begun in one waits there until somebody comes back. A
 * note that could not be saved is sent again under the same id, so that one whose answer got lost is not there twice.
 */
export class NoteDrafts {
  readonly #changed: () => void;
  readonly #drafts = new Map<string, NoteDraft>();
  readonly #clientIds = new Map<string, string>();
  /** What was answered and has not been read yet. */
  #written: readonly (readonly [conversationId: string, note: TimelineEntry])[] = [];

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  of(conversationId: string): NoteDraft {
    return this.#drafts.get(conversationId) ?? empty;
  }

  write(conversationId: string, text: string): void {
    if (this.of(conversationId).state === 'saving') return;
    this.#clientIds.delete(conversationId);
    this.#set(conversationId, { ...empty, text });
  }

  /** What would be saved; null where it says why nothing can be. */
  check(conversationId: string): string | null {
    const draft = this.of(conversationId);
    const fault = isBlank(draft.text) ? 'missing' : messageLength(draft.text) > longestNote ? 'too-long' : null;
    if (fault) this.#set(conversationId, { ...draft, state: fault });
    return fault ? null : cleanMessage(draft.text);
  }

  /** Saves what `check` has said. */
  async save(
    conversationId: string,
    text: string,
    send: (request: WriteNoteRequest) => Promise<TimelineEntry>,
  ): Promise<void> {
    const draft = this.of(conversationId);
    const clientId = this.#clientIds.get(conversationId) ?? crypto.randomUUID();
    this.#clientIds.set(conversationId, clientId);
    this.#set(conversationId, { ...draft, state: 'saving', problem: null });
    try {
      this.#written = [...this.#written, [conversationId, await send({ clientId, text })]];
      this.#clientIds.delete(conversationId);
      this.#set(conversationId, { ...empty, state: 'saved' });
    } catch (error) {
      this.#set(conversationId, { ...draft, state: 'failed', problem: problemCode(error) });
    }
  }

  /** The notes and summaries of a conversation (WRP-2), newest first: those that were read, and those that were answered since. */
  notes(conversationId: string, timeline: readonly TimelineEntry[]): readonly TimelineEntry[] {
    const read = timeline.filter(({ type }) => type === 'note_saved' || type === 'summary_saved');
    const known = new Set(read.map(({ id }) => id));
    this.#written = this.#written.filter(([, note]) => !known.has(note.id));
    const since = this.#written.filter(([id]) => id === conversationId).map(([, note]) => note);
    return [...read, ...since].reverse();
  }

  #set(conversationId: string, draft: NoteDraft): void {
    this.#drafts.set(conversationId, draft);
    this.#changed();
  }
}
