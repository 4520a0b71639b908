import type { MessageChannel, MessagePage, Message } from '@carillon/contract';
import type { AgentSession } from '../../session/agent-session.js';

/** What is known of writing to a customer. */
export interface ReplyView {
  /** The ways that are open just now. */
  readonly channels: readonly MessageChannel[];
  /** E-mail of agents that has not gone out, and the newest one that has. */
  readonly mails: readonly Message[];
  /** To whom the next e-mail may go, and what it may be about, from what was written before. */
  readonly to: string;
  readonly subject: string;
}

export interface ReplyReaderEvents {
  readonly read: (view: ReplyView) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Reads by which ways the customer of a conversation can be written to, and again after each of its changes, never twice
 * at a time. An answer that is about another conversation than the one that is followed by then is dropped.
 */
export class ReplyReader {
  readonly #events: ReplyReaderEvents;
  #session: AgentSession | null = null;
  #id = '';
  #stop: () => void = () => undefined;
  #reading = false;
  #again = false;
  /** The address that People has; asked for once. */
  #address: string | null = null;

  constructor(events: ReplyReaderEvents) {
    this.#events = events;
  }

  /** Follows a conversation from now on; none without a session or an id. */
  follow(session: AgentSession | null, id: string): void {
    if (session === this.#session && id === this.#id) return;
    this.#stop();
    this.#session = session;
    this.#id = id;
    this.#address = null;
    this.#stop = session?.onConversation((changed) => changed.id === id && this.again()) ?? (() => undefined);
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
        const { conversations } = session.desk;
        const page = await conversations.messages(id, {});
        const address = this.#address ?? (await conversations.get(id)).person?.emails[0] ?? '';
        if (!still()) continue;
        this.#address = address;
        this.#events.read(toView(page, address));
      } catch (error) {
        if (still()) this.#events.failed(error);
      }
    }
    this.#reading = false;
  }
}

/** What is answered, or written on to, says to whom and about what the next one goes. */
export function toView({ channels, messages }: Pick<MessagePage, 'channels' | 'messages'>, address: string): ReplyView {
  const all = messages.filter(({ mail }) => mail !== undefined);
  const own = all.filter(({ sender }) => sender === 'agent');
  const newest = all.at(-1)?.mail;
  const lastSent = own.findLast(({ mail }) => mail?.state === 'sent');
  return {
    channels,
    mails: own.filter((one) => one === lastSent || one.mail?.state !== 'sent').slice(-5),
    to: newest?.address ?? address,
    subject: newest?.subject ? answering(newest.subject) : '',
  };
}

const answering = (subject: string): string => (/^re:/i.test(subject) ? subject : `Re: ${subject}`);
