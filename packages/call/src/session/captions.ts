import { Store, type Readable } from './store.js';

/** Something that is being said, in words. A later line with the same id says it better. */
export interface CaptionLine {
  readonly id: string;
  readonly speaker: 'local' | 'remote';
  readonly text: string;
  /** It will not change any more. */
  readonly final: boolean;
}

/**
 * Where captions come from: a speech engine of the host's. Called when somebody turns them on in a call; `show` is called
 * with every line, and the function that is returned when they are turned off or the call ends.
 */
export type CaptionSource = (
  call: { readonly callId: string; readonly locale: string },
  show: (line: CaptionLine) => void,
) => () => void;

export interface CaptionsSnapshot {
  readonly on: boolean;
  /** The latest lines, oldest first. */
  readonly lines: readonly CaptionLine[];
}

/** How many lines are kept: what was said longer ago is gone. */
const kept = 20;
/** No line is longer, in characters, whatever an engine says. */
const longest = 500;

/** The captions of one call: nothing is asked of the source until somebody wants to read. */
export class Captions implements Readable<CaptionsSnapshot> {
  readonly #source: CaptionSource | undefined;
  readonly #store = new Store<CaptionsSnapshot>({ on: false, lines: [] });
  #stop: (() => void) | null = null;

  constructor(source?: CaptionSource) {
    this.#source = source;
  }

  /** Whether this call can have captions at all. */
  get available(): boolean {
    return this.#source !== undefined;
  }

  get snapshot(): CaptionsSnapshot {
    return this.#store.snapshot;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** Begins to ask the source for what is said, in the reader's language. Harmless when it does already. */
  turnOn(call: { readonly callId: string; readonly locale: string }): void {
    if (!this.#source || this.#stop) return;
    this.#store.set({ on: true });
    this.#stop = this.#source(call, (line) => this.#show(line));
  }

  turnOff(): void {
    this.#stop?.();
    this.#stop = null;
    this.#store.set({ on: false, lines: [] });
  }

  #show({ id, speaker, text, final }: CaptionLine): void {
    // An engine that is late says something about a call that is over.
    if (!this.#stop) return;
    const line: CaptionLine = Object.freeze({ id, speaker, text: text.slice(0, longest), final });
    const { lines } = this.snapshot;
    const at = lines.findIndex((known) => known.id === id);
    const next = at < 0 ? [...lines, line] : lines.map((known, index) => (index === at ? line : known));
    this.#store.set({ lines: Object.freeze(next.slice(-kept)) });
  }
}
