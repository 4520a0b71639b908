import type { Conversation, ConversationList } from '@carillon/contract';

/**
 * The conversations as the server lists them, page by page, and as its stream changes them since. `changed` is called
 * after every change; an answer that comes after `close` or after a later question is dropped.
 */
export class ConversationRows {
  /** Null until they have been read for the first time. */
  rows: readonly Conversation[] | null = null;
  /** Where the next page begins; null where there is none. */
  next: string | null = null;
  failed = false;
  readonly #list: (cursor?: string) => Promise<ConversationList>;
  readonly #changed: () => void;
  #turn = 0;
  /** What the stream has told while a page was under way: newer than the page, whichever comes first. */
  readonly #told = new Map<string, Conversation>();

  constructor(list: (cursor?: string) => Promise<ConversationList>, changed: () => void) {
    this.#list = list;
    this.#changed = changed;
  }

  /** Reads the first page anew. */
  read(): Promise<void> {
    return this.#load(null);
  }

  /** Reads the page after. */
  async more(): Promise<void> {
    if (this.next !== null) await this.#load(this.next);
  }

  /** A conversation that is new or has changed comes to the top. */
  put(conversation: Conversation): void {
    this.#told.set(conversation.id, conversation);
    if (this.rows) this.rows = [conversation, ...this.rows.filter(({ id }) => id !== conversation.id)];
    this.#changed();
  }

  close(): void {
    this.#turn++;
    this.#told.clear();
  }

  async #load(cursor: string | null): Promise<void> {
    const turn = ++this.#turn;
    this.failed = false;
    this.#told.clear();
    this.#changed();
    try {
      const page = await (cursor === null ? this.#list() : this.#list(cursor));
      if (turn !== this.#turn) return;
      const before = cursor === null ? [] : (this.rows ?? []);
      const known = new Set([...this.#told.keys(), ...before.map(({ id }) => id)]);
      const fresh = page.conversations.filter(({ id }) => !known.has(id));
      const told = cursor === null ? [...this.#told.values()].reverse() : [];
      this.rows = [...told, ...before, ...fresh];
      this.next = page.next;
    } catch {
      if (turn !== this.#turn) return;
      this.failed = true;
    }
    this.#changed();
  }
}
