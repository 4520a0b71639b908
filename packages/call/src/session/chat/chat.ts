import { cleanMessage, isBlank, type MessageMark, type MessagePage } from '@carillon/contract';
import type { Clock } from '../clock.js';
import { Store, type Readable } from '../store.js';
import { chatEntries } from './chat-entries.js';
import type { ChatPort } from './chat-port.js';
import type { ChatSnapshot } from './chat-snapshot.js';
import { codeOf, isFinal } from './failure-code.js';
import { KeptMessages } from './kept-messages.js';
import { Outbox } from './outgoing.js';

export interface ChatOptions {
  readonly port: ChatPort;
  readonly clock: Clock;
  /** Add to the clock to read the server's, in milliseconds. */
  readonly clockOffset: () => number;
}

/** Pauses before the server is asked again, should it not have been reached. */
const retryMs = [500, 1_000, 2_000, 5_000, 10_000];

/**
 * The messages of one call in this browser. A mark from the stream says how far they go; what is missing is read after
 * the last number that is here, and then confirmed. The first load, a new message and the catch-up after an outage are
 * the same steps: nothing is lost by one that the others have, and nothing comes twice.
 */
export class Chat implements Readable<ChatSnapshot> {
  /** What is written and not sent. Kept here, so that a panel may be closed and opened again. */
  draft = '';
  readonly #port: ChatPort;
  readonly #clock: Clock;
  readonly #clockOffset: () => number;
  readonly #kept: KeptMessages;
  readonly #outbox: Outbox;
  readonly #store = new Store<ChatSnapshot>({
    status: 'loading',
    entries: Object.freeze([]),
    older: false,
    loadingOlder: false,
    mayWrite: false,
    unread: 0,
  });
  /** The other side's messages up to this number have been looked at. */
  #seen = 0;
  #reading = false;
  #again = false;
  #closed = false;
  #failures = 0;
  #cancelRetry: () => void = () => undefined;

  constructor({ port, clock, clockOffset }: ChatOptions) {
    this.#port = port;
    this.#clock = clock;
    this.#clockOffset = clockOffset;
    this.#kept = new KeptMessages(port.own);
    this.#outbox = new Outbox({
      send: (request) => port.send(request),
      sent: (message) => {
        this.#kept.takeSent(message);
        if (this.#kept.read !== message.seq) this.read();
      },
      changed: () => this.#update(),
      codeOf,
    });
    globalThis.addEventListener('online', this.#online);
  }

  get snapshot(): ChatSnapshot {
    return this.#store.snapshot;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** Hears how far the messages go; null when something may have been missed. */
  hear(mark: MessageMark | null): void {
    if (mark) this.#kept.hearDelivered(mark.delivered);
    if (mark === null || mark.newest > (this.#kept.read ?? -1)) this.read();
    else this.#update();
  }

  /** Reads what is missing. While that is under way it is asked for once more. */
  read(): void {
    this.#cancelRetry();
    this.#again = true;
    if (!this.#reading && !this.#closed) void this.#run();
  }

  /** Sends a text. What cannot be seen is no message. */
  send(text: string): void {
    const clean = cleanMessage(text);
    if (isBlank(clean) || this.#closed) return;
    this.#outbox.add({ clientId: crypto.randomUUID(), text: clean, at: this.#now() });
  }

  /** Sends one that has failed again, by the key of its entry. */
  retry(key: string): void {
    this.#outbox.retry(key.slice(key.indexOf(' ') + 1));
  }

  /** Reads the page of messages before those that are here. */
  async readOlder(): Promise<void> {
    const [first] = this.#kept.list;
    if (!first || !this.#kept.older || this.snapshot.loadingOlder) return;
    this.#store.set({ loadingOlder: true });
    try {
      this.#kept.takeOlder(await this.#port.list({ before: first.seq }));
    } catch {
      // The button stays, and may be pressed again.
    }
    this.#store.set({ loadingOlder: false });
    this.#update();
  }

  /** All that is here has been looked at. */
  see(): void {
    const { newestOther } = this.#kept;
    if (newestOther <= this.#seen) return;
    this.#seen = newestOther;
    this.#update();
  }

  /** The call has ended: what is here stays to be read. */
  end(): void {
    this.#store.set({ mayWrite: false });
  }

  close(): void {
    this.#closed = true;
    this.#cancelRetry();
    globalThis.removeEventListener('online', this.#online);
  }

  readonly #online = (): void => this.read();

  async #run(): Promise<void> {
    this.#reading = true;
    try {
      while (this.#again && !this.#closed) {
        this.#again = false;
        await this.#catchUp();
        await this.#confirm();
        this.#failures = 0;
      }
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#reading = false;
    }
  }

  async #catchUp(): Promise<void> {
    for (let more = true; more && !this.#closed;) {
      const after = this.#kept.read;
      const page = await this.#port.list(after === null ? {} : { after });
      if (after === null) this.#begin(page);
      else this.#kept.takeNewest(page, false);
      for (const { sender, clientId } of page.messages) if (sender === this.#port.own) this.#outbox.drop(clientId);
      more = after !== null && page.more;
      this.#store.set({ status: 'ready', mayWrite: page.channels.includes('call_chat') });
      this.#update();
    }
  }

  /** What this browser has confirmed before its page was loaded again has been looked at. */
  #begin(page: MessagePage): void {
    this.#kept.takeNewest(page, true);
    const seen = page.messages.findLast(({ sender, deliveredAt }) => sender !== this.#port.own && deliveredAt !== null);
    this.#seen = seen?.seq ?? 0;
  }

  async #confirm(): Promise<void> {
    if (!this.#kept.owesReceipt || !this.snapshot.mayWrite || this.#closed) return;
    const upTo = this.#kept.newestOther;
    await this.#port.received(upTo);
    this.#kept.noteReceipt(upTo, this.#now());
  }

  #fail(error: unknown): void {
    if (this.#kept.read === null) this.#store.set({ status: 'failed' });
    if (this.#closed || isFinal(codeOf(error))) return;
    const wait = retryMs[Math.min(this.#failures++, retryMs.length - 1)] ?? 0;
    this.#cancelRetry = this.#clock.after(wait, () => this.read());
  }

  #now(): number {
    return this.#clock.now() + this.#clockOffset();
  }

  #update(): void {
    const { own } = this.#port;
    const { delivered, older } = this.#kept;
    // E-mail has a place of its own, in the conversation.
    const list = this.#kept.list.filter(({ channel }) => channel === 'call_chat');
    this.#store.set({
      entries: chatEntries({ list, outgoing: this.#outbox.list, delivered, own }),
      older,
      unread: list.filter(({ sender, seq }) => sender !== own && seq > this.#seen).length,
    });
  }
}
