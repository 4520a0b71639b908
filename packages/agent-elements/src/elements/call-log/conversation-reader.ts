import type { ConversationDetail } from '@carillon/contract';
import type { AgentSession } from '../../session/agent-session.js';

export interface ConversationReaderEvents {
  readonly read: (detail: ConversationDetail) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Reads a conversation and again after each of its changes, never twice at a time. An answer that is about another
 * conversation than the one that is followed by then is dropped.
 */
export class ConversationReader {
  readonly #events: ConversationReaderEvents;
  #session: AgentSession | null = null;
  #id = '';
  #stop: () => void = () => undefined;
  #reading = false;
  /** Something changed while it was being read. */
  #again = false;

  constructor(events: ConversationReaderEvents) {
    this.#events = events;
  }

  /** Follows a conversation from now on; none without a session or an id. */
  follow(session: AgentSession | null, id: string): void {
    if (session === this.#session && id === this.#id) return;
    this.#stop();
    this.#session = session;
    this.#id = id;
    if (!session || id === '') {
      this.#stop = () => undefined;
      return;
    }
    this.#stop = session.onConversation((changed) => changed.id === id && this.again());
    this.again();
  }

  /** Reads it once more. */
  again(): void {
    this.#again = true;
    if (!this.#reading) void this.#read();
  }

  async #read(): Promise<void> {
    this.#reading = true;
    while (this.#again && this.#session && this.#id !== '') {
      this.#again = false;
      const [session, id] = [this.#session, this.#id];
      const still = () => session === this.#session && id === this.#id;
      try {
        const detail = await session.desk.conversations.get(id);
        if (still()) this.#events.read(detail);
      } catch (error) {
        if (still()) this.#events.failed(error);
      }
    }
    this.#reading = false;
  }
}
