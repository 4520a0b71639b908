import { messageLimits, type Message, type MessagePage, type MessageSender } from '@carillon/contract';
import type { ChatPort } from '../chat/chat-port.js';

/** The messages of one call on a server in memory, and what a network does to whoever asks for them. */
export class FakeChatServer {
  readonly messages: Message[] = [];
  /** What was asked, newest last. */
  readonly asked: string[] = [];
  /** Whether the other side can be written to. */
  open = true;
  /** Thrown instead of an answer, until it is null again. */
  failure: Error | null = null;
  /** The next message is kept, and its answer is lost on the way. */
  loseAnswer = false;
  /** Answers wait until this is resolved. */
  gate: Promise<unknown> | null = null;
  readonly #marks = new Set<() => void>();

  readonly now: () => number;

  constructor(now: () => number = () => 1_000_000) {
    this.now = now;
  }

  /** One side's way to the server. */
  port(own: MessageSender): ChatPort {
    return {
      own,
      list: async ({ after, before }) => {
        await this.#answer(`list ${after === undefined ? `before ${before ?? 'newest'}` : `after ${after}`}`);
        return this.#page(after, before);
      },
      send: async ({ clientId, text }) => {
        await this.#answer(`send ${text}`);
        const message = this.write(own, text, { clientId });
        if (!this.loseAnswer) return message;
        this.loseAnswer = false;
        throw new TypeError('the answer was lost');
      },
      received: async (upTo) => {
        await this.#answer(`received ${upTo}`);
        this.receive(own === 'agent' ? 'customer' : 'agent', upTo);
      },
    };
  }

  /** Keeps a message; the same id again is the same message. */
  write(sender: MessageSender, text: string, change: Partial<Message> = {}): Message {
    const clientId = change.clientId ?? `${sender}-${this.messages.length + 1}`;
    const sent = this.messages.find((one) => one.sender === sender && one.clientId === clientId);
    if (sent) return sent;
    const message: Message = {
      id: `msg_${String(this.messages.length + 1).padStart(22, '0')}`,
      seq: (this.messages.at(-1)?.seq ?? 0) + 1,
      channel: 'call_chat',
      sender,
      name: sender === 'agent' ? 'Ana Kovač' : 'Marija Horvat',
      text,
      createdAt: this.now(),
      deliveredAt: null,
      ...change,
      clientId,
    };
    this.messages.push(message);
    this.#tell();
    return message;
  }

  /** A side's messages up to a number have arrived. */
  receive(sender: MessageSender, upTo: number): void {
    for (const [index, one] of this.messages.entries())
      if (one.sender === sender && one.seq <= upTo && one.deliveredAt === null)
        this.messages[index] = { ...one, deliveredAt: this.now() };
    this.#tell();
  }

  /** The mark as one side's stream has it. */
  mark(own: MessageSender): { newest: number; delivered: number } {
    const newest = this.messages.at(-1)?.seq ?? 0;
    const delivered = this.messages.findLast((one) => one.sender === own && one.deliveredAt !== null)?.seq ?? 0;
    return { newest, delivered };
  }

  /** Called whenever a stream would tell a mark. Returns the way to stop. */
  onMark(listener: () => void): () => void {
    this.#marks.add(listener);
    return () => void this.#marks.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#marks) listener();
  }

  async #answer(asked: string): Promise<void> {
    this.asked.push(asked);
    await this.gate;
    if (this.failure) throw this.failure;
  }

  #page(after: number | undefined, before: number | undefined): MessagePage {
    const { perPage } = messageLimits;
    const found = this.messages.filter(({ seq }) =>
      after === undefined ? seq < (before ?? Number.POSITIVE_INFINITY) : seq > after,
    );
    return {
      messages: after === undefined ? found.slice(-perPage) : found.slice(0, perPage),
      more: found.length > perPage,
      channels: this.open ? ['call_chat'] : [],
      serverNow: this.now(),
    };
  }
}
