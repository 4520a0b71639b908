import type { MessageMark } from '@carillon/contract';
import type { CallRecord } from '../call-snapshot.js';
import { Store, type Readable } from '../store.js';
import type { Chat, ChatOptions } from './chat.js';

/** The messages of a call, once their part has been loaded. */
export interface CallChatSnapshot {
  readonly chat: Chat | null;
}

const notYetOrOver: readonly CallRecord['state'][] = ['queued', 'offering', 'ended'];

/**
 * Fetches what a call's messages need once somebody has answered: a page that is only looked at, and a customer who
 * still waits, load none of it.
 */
export class CallChat implements Readable<CallChatSnapshot> {
  readonly #options: ChatOptions;
  readonly #store = new Store<CallChatSnapshot>({ chat: null });
  #state: CallRecord['state'] | null = null;
  #loading = false;
  #closed = false;

  constructor(options: ChatOptions) {
    this.#options = options;
  }

  get snapshot(): CallChatSnapshot {
    return this.#store.snapshot;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  /**
   * Follows the call's record. What could not be fetched is tried again with the next one. Who may write is asked anew when
   * the call has come further: one that is passed on to this agent becomes theirs only once they are heard.
   */
  follow({ state }: CallRecord): void {
    const { chat } = this.snapshot;
    const further = state !== this.#state;
    this.#state = state;
    if (state === 'ended') chat?.end();
    if (notYetOrOver.includes(state)) return;
    if (!chat) void this.#load();
    else if (further && !chat.snapshot.mayWrite) chat.read();
  }

  /** Hears how far the messages go. Before their part is here there is nothing to hear: it begins by reading. */
  hear(mark: MessageMark | null): void {
    this.snapshot.chat?.hear(mark);
  }

  close(): void {
    this.#closed = true;
    this.snapshot.chat?.close();
  }

  async #load(): Promise<void> {
    if (this.#loading || this.#closed) return;
    this.#loading = true;
    const part = await import('./chat.js').catch(() => null);
    this.#loading = false;
    if (!part || this.#closed || this.snapshot.chat) return;
    const chat = new part.Chat(this.#options);
    this.#store.set({ chat });
    chat.read();
  }
}
