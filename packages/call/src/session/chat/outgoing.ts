import type { Message, SendMessageRequest } from '@carillon/contract';

/** A message that the server has not confirmed. */
export interface Outgoing extends SendMessageRequest {
  readonly at: number;
  readonly failure: string | null;
}

export interface OutboxOptions {
  readonly send: (request: SendMessageRequest) => Promise<Message>;
  /** The server has a message. */
  readonly sent: (message: Message) => void;
  readonly changed: () => void;
  readonly codeOf: (error: unknown) => string;
}

/**
 * What was written here and is not at the server yet, sent one after the other, so that it arrives in the order in which
 * it was written. Where the server is not reached, all that waits has failed: a person decides what is still worth saying.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  #list: readonly Outgoing[] = [];
  #sending = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  get list(): readonly Outgoing[] {
    return this.#list;
  }

  add(outgoing: Omit<Outgoing, 'failure'>): void {
    this.#list = [...this.#list, { ...outgoing, failure: null }];
    this.#options.changed();
    void this.#flush();
  }

  /** Sends one that has failed again, under its id: should the server have it after all, it is there once. */
  retry(clientId: string): void {
    const found = this.#list.find((one) => one.clientId === clientId && one.failure !== null);
    if (!found) return;
    this.#list = [...this.#list.filter((one) => one !== found), { ...found, failure: null }];
    this.#options.changed();
    void this.#flush();
  }

  /** The server has it, as a list of messages says. */
  drop(clientId: string): void {
    this.#list = this.#list.filter((one) => one.clientId !== clientId);
  }

  async #flush(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    for (let next = this.#next(); next; next = this.#next()) await this.#send(next);
    this.#sending = false;
  }

  #next(): Outgoing | undefined {
    return this.#list.find(({ failure }) => failure === null);
  }

  async #send({ clientId, text }: Outgoing): Promise<void> {
    const { send, sent, changed, codeOf } = this.#options;
    try {
      const message = await send({ clientId, text });
      this.drop(clientId);
      sent(message);
    } catch (error) {
      const failure = codeOf(error);
      const failed = (one: Outgoing) => one.failure === null && (one.clientId === clientId || failure === 'offline');
      this.#list = this.#list.map((one) => (failed(one) ? { ...one, failure } : one));
    }
    changed();
  }
}
