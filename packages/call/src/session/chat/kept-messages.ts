import type { Message, MessagePage, MessageSender } from '@carillon/contract';

/** The messages this browser has, each once and in order, and how far it has read without a gap. */
export class KeptMessages {
  readonly #own: MessageSender;
  #list: readonly Message[] = [];
  /** Everything up to this number is here; null before the first page. */
  #read: number | null = null;
  /** The newest own one that the other side has. */
  #delivered = 0;
  older = false;

  constructor(own: MessageSender) {
    this.#own = own;
  }

  get list(): readonly Message[] {
    return this.#list;
  }

  get read(): number | null {
    return this.#read;
  }

  get delivered(): number {
    return this.#delivered;
  }

  /** The newest message of the other side. */
  get newestOther(): number {
    return this.#list.findLast(({ sender }) => sender !== this.#own)?.seq ?? 0;
  }

  /** Whether the other side has been told that this browser has what it wrote. */
  get owesReceipt(): boolean {
    return this.#list.some(({ sender, deliveredAt }) => sender !== this.#own && deliveredAt === null);
  }

  /** The newest page, or what came after what is here. */
  takeNewest(page: MessagePage, first: boolean): void {
    this.#merge(page.messages);
    this.#read = Math.max(this.#read ?? 0, page.messages.at(-1)?.seq ?? 0);
    if (first) this.older = page.more;
  }

  takeOlder(page: MessagePage): void {
    this.#merge(page.messages);
    this.older = page.more;
  }

  /** An own message that the server has just taken. Others may have come before it that are not here yet. */
  takeSent(message: Message): void {
    this.#merge([message]);
    if (message.seq === (this.#read ?? NaN) + 1) this.#read = message.seq;
  }

  hearDelivered(delivered: number): void {
    this.#delivered = Math.max(this.#delivered, delivered);
  }

  /** The other side has been told so: what is here counts as delivered. */
  noteReceipt(upTo: number, at: number): void {
    this.#list = this.#list.map((one) =>
      one.sender !== this.#own && one.seq <= upTo && one.deliveredAt === null ? { ...one, deliveredAt: at } : one,
    );
  }

  #merge(messages: readonly Message[]): void {
    if (messages.length === 0) return;
    const bySeq = new Map([...this.#list, ...messages].map((message) => [message.seq, message]));
    this.#list = [...bySeq.values()].sort((a, b) => a.seq - b.seq);
  }
}
