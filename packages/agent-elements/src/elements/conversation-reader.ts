import type { AgentSession } from '../session/agent-session.js';
import { OnceMore } from './once-more.js';

export interface ConversationReaderOptions<Read> {
  /** Asks for what is wanted of a conversation. */
  readonly ask: (session: AgentSession, id: string) => Promise<Read>;
  readonly read: (read: Read) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * How long after a change it is read, in ms. Changes come in bunches, most of all at an answer, when this browser has more
 * urgent things to do: whoever calls waits to be heard.
 */
const settleMs = 250;

/**
 * Reads something of a conversation, and again once its changes have settled, never twice at a time. An answer that is about
 * another conversation than the one that is followed by then is dropped.
 */
export class ConversationReader<Read> {
  readonly #options: ConversationReaderOptions<Read>;
  readonly #reading = new OnceMore(() => this.#read());
  #session: AgentSession | null = null;
  #id = '';
  #stop: () => void = () => undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ConversationReaderOptions<Read>) {
    this.#options = options;
  }

  /** Follows a conversation from now on; none without a session or an id. */
  follow(session: AgentSession | null, id: string): void {
    if (session === this.#session && id === this.#id) return;
    this.#stop();
    clearTimeout(this.#settling);
    this.#settling = undefined;
    this.#session = session;
    this.#id = id;
    this.#stop = session?.onConversation((changed) => changed.id === id && this.#soon()) ?? (() => undefined);
    this.again();
  }

  /** Reads it once more. */
  again(): void {
    this.#reading.ask();
  }

  #soon(): void {
    this.#settling ??= setTimeout(() => {
      this.#settling = undefined;
      this.again();
    }, settleMs);
  }

  async #read(): Promise<void> {
    const [session, id] = [this.#session, this.#id];
    if (!session || id === '') return;
    const still = () => session === this.#session && id === this.#id;
    try {
      const read = await this.#options.ask(session, id);
      if (still()) this.#options.read(read);
    } catch (error) {
      if (still()) this.#options.failed(error);
    }
  }
}
