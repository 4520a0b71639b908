/** One frame of an event stream. */
export interface EventFrame {
  readonly id?: number;
  readonly retry?: number;
  readonly event?: string;
  readonly data?: unknown;
}

/** Reads the frames of a `text/event-stream` answer one by one, as a browser's client would. */
export class EventFrames {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  #text = '';
  /** True until the first read. */
  unread = true;

  constructor(response: Response) {
    if (!response.body) throw new Error('The answer has no body.');
    this.#reader = response.body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  }

  /** The next frame as it was sent; undefined at the end. */
  async text(): Promise<string | undefined> {
    this.unread = false;
    for (;;) {
      const end = this.#text.indexOf('\n\n') + 2;
      if (end > 1) {
        const frame = this.#text.slice(0, end);
        this.#text = this.#text.slice(end);
        return frame;
      }
      const { done, value } = await this.#reader.read();
      if (done) return undefined;
      this.#text += this.#decoder.decode(value, { stream: true });
    }
  }

  /** The next frame, read; heartbeats are passed over. */
  async next(): Promise<EventFrame | undefined> {
    let text = await this.text();
    while (text?.startsWith(':')) text = await this.text();
    if (text === undefined) return undefined;
    const fields = Object.fromEntries(
      text
        .trimEnd()
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
    ) as { id?: string; retry?: string; event?: string; data?: string };
    return {
      ...(fields.id === undefined ? {} : { id: Number(fields.id) }),
      ...(fields.retry === undefined ? {} : { retry: Number(fields.retry) }),
      ...(fields.event === undefined ? {} : { event: fields.event }),
      ...(fields.data === undefined ? {} : { data: JSON.parse(fields.data) as unknown }),
    };
  }

  /** The numbers of the next frames. */
  async ids(count: number): Promise<(number | undefined)[]> {
    const ids: (number | undefined)[] = [];
    while (ids.length < count) ids.push((await this.next())?.id);
    return ids;
  }

  cancel(): Promise<void> {
    return this.#reader.cancel();
  }
}
