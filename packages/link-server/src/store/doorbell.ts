import { randomUUID } from 'node:crypto';
import { Client, type ClientConfig } from 'pg';

/** Topics are collected for this long, so that no load makes more than 200 notifications a second (server.md §3.3). */
const collectMs = 5;
/** PostgreSQL takes less than 8,000 bytes in one notification. */
const mostBytes = 7_000;
/** How long to wait before listening again after the connection broke. */
const againMs = 500;

export interface DoorbellOptions {
  readonly connection: ClientConfig;
  /** A word of lower-case letters, digits and `_`: who rings on another channel is not heard. */
  readonly channel: string;
  /** Topics that another process has committed. */
  readonly heard: (topics: ReadonlySet<string>) => void;
  /** Listening again after a break: whatever was rung meanwhile is not known. */
  readonly missed: () => void;
}

interface Message {
  readonly from: string;
  readonly topics: readonly string[];
}

/**
 * Tells the other processes on the same database what was committed here, after the commit and never inside it, on a
 * connection of its own: a notification in the write transaction cost up to nine tenths of its speed (server.md §3.3).
 */
export class Doorbell {
  readonly #options: DoorbellOptions;
  readonly #id = randomUUID();
  readonly #waiting = new Set<string>();
  #client: Client | null = null;
  #timer: NodeJS.Timeout | undefined;
  #ringing: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(options: DoorbellOptions) {
    this.#options = options;
  }

  /** Begins to listen. @throws when the database cannot be reached at all */
  async open(): Promise<void> {
    const client = new Client(this.#options.connection);
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    client.on('notification', ({ payload }) => this.#hear(payload));
    try {
      await client.connect();
      await client.query(`listen ${this.#options.channel}`);
      // Closed while it came back: one that went on listening would keep the process alive.
      if (this.#closed) return void (await client.end());
      this.#client = client;
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
  }

  /** Rings for the others, together with whatever else is rung within a few milliseconds. */
  ring(topics: ReadonlySet<string>): void {
    for (const topic of topics) this.#waiting.add(topic);
    if (this.#waiting.size > 0 && !this.#timer) this.#timer = setTimeout(() => this.#flush(), collectMs).unref();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#flush();
    await this.#ringing;
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }

  #flush(): void {
    this.#timer = undefined;
    const topics = [...this.#waiting];
    this.#waiting.clear();
    for (const part of parts(topics)) {
      const message: Message = { from: this.#id, topics: part };
      const sent = this.#client?.query('select pg_notify($1, $2)', [this.#options.channel, JSON.stringify(message)]);
      // One that is lost costs a moment: the others look by themselves every second.
      this.#ringing = Promise.allSettled([this.#ringing, sent]).then(() => undefined);
    }
  }

  #hear(payload: string | undefined): void {
    const message = read(payload ?? '');
    if (!message) this.#options.missed();
    else if (message.from !== this.#id) this.#options.heard(new Set(message.topics));
  }

  #lost(client: Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    client.end().catch(() => undefined);
    void this.#again();
  }

  async #again(): Promise<void> {
    while (!this.#closed && !this.#client) {
      await new Promise((resolve) => setTimeout(resolve, againMs).unref());
      if (this.#closed) return;
      await this.open().then(
        () => !this.#closed && this.#options.missed(),
        () => undefined,
      );
    }
  }
}

/** What another process has said; null for words that are not of ours. */
function read(payload: string): Message | null {
  try {
    const { from, topics } = JSON.parse(payload) as Message;
    return Array.isArray(topics) ? { from, topics } : null;
  } catch {
    return null;
  }
}

/** Splits topics so that each part fits in a notification. */
export function parts(topics: readonly string[]): string[][] {
  const all: string[][] = [];
  let size = Infinity;
  for (const topic of topics) {
    const bytes = Buffer.byteLength(topic) + 3;
    if (size + bytes > mostBytes) {
      all.push([]);
      size = 0;
    }
    all.at(-1)?.push(topic);
    size += bytes;
  }
  return all;
}
