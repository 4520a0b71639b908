import { problemCode } from '../../session/problem-code.js';

/** Refusals that would only be repeated. */
const neverSaved = new Set(['wrapup_closed', 'invalid_request', 'not_found', 'forbidden']);

/** Whether a server that refused to keep something would do so again. */
export const isFinalRefusal = (error: unknown): boolean => neverSaved.has(problemCode(error));

/** Where a note stands: `dirty` will be saved soon, `failed` is tried again. */
export type NoteState = 'clean' | 'dirty' | 'saving' | 'saved' | 'failed';

export interface NoteSaverOptions {
  /** Stores the whole note. */
  readonly save: (wrapUpId: string, note: string) => Promise<void>;
  readonly changed: () => void;
  /** Whether a refusal would only be repeated. Default: never. */
  readonly isFinal?: (error: unknown) => boolean;
  /** How long to wait for the next key, in milliseconds. */
  readonly waitMs?: number;
  readonly retryMs?: number;
}

/**
 * Saves a note while it is being written: a moment after the last key, one request at a time, the newest text last. A
 * save that fails is tried again, also when the wrap-up is over by then, so that no text is lost (E-33).
 */
export class NoteSaver {
  readonly #options: Required<NoteSaverOptions>;
  #wrapUpId: string | null = null;
  #text = '';
  #state: NoteState = 'clean';
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The last text that was handed to the server, and the line of requests it stands in. */
  #sent = '';
  #line: Promise<void> = Promise.resolve();

  constructor(options: NoteSaverOptions) {
    this.#options = { waitMs: 600, retryMs: 2_000, isFinal: () => false, ...options };
  }

  get state(): NoteState {
    return this.#state;
  }

  get text(): string {
    return this.#text;
  }

  /** Begins with another wrap-up. What is not saved of the one before is sent off at once. */
  open(wrapUpId: string, note: string): void {
    if (wrapUpId === this.#wrapUpId) return;
    void this.flush();
    this.#wrapUpId = wrapUpId;
    this.#text = this.#sent = note;
    this.#state = 'clean';
  }

  write(text: string): void {
    this.#text = text;
    this.#become('dirty');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.#options.waitMs);
  }

  /** Saves now what is not saved yet. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    const [id, text] = [this.#wrapUpId, this.#text];
    if (id !== null && text !== this.#sent) {
      this.#sent = text;
      // One after the other: an old text must not arrive last.
      this.#line = this.#line.then(() => this.#save(id, text));
    }
    return this.#line;
  }

  /** The server has this text now by another way; nothing is left to save. */
  settle(text: string): void {
    clearTimeout(this.#timer);
    this.#sent = text;
  }

  async #save(id: string, text: string): Promise<void> {
    const isCurrent = () => id === this.#wrapUpId && text === this.#text;
    if (isCurrent()) this.#become('saving');
    try {
      await this.#options.save(id, text);
      if (isCurrent()) this.#become('saved');
    } catch (error) {
      if (!isCurrent()) return;
      this.#become('failed');
      if (this.#options.isFinal(error)) return;
      this.#sent = '';
      this.#timer = setTimeout(() => void this.flush(), this.#options.retryMs);
    }
  }

  #become(state: NoteState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.changed();
  }
}
