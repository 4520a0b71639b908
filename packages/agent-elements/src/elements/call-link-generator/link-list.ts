import type { CallLink, CallLinkList, CallLinkState } from '@carillon/contract';
import { problemCode } from '../../session/problem-code.js';

/** States in which a link can still be taken back. */
const revocable: ReadonlySet<CallLinkState> = new Set<CallLinkState>(['available', 'leased', 'not-open']);

export interface LinkListPort {
  list(cursor: string | null): Promise<CallLinkList>;
  revoke(id: string): Promise<CallLink>;
}

/**
 * The links that were made before, page by page, and taking one back after a question. `changed` is called after every
 * change; an answer that comes after `close` is dropped.
 */
export class LinkList {
  /** Null until they have been read for the first time. */
  links: readonly CallLink[] | null = null;
  /** Where the next page begins; null where there is none. */
  next: string | null = null;
  loading = false;
  /** Code of what failed last. */
  failure: string | null = null;
  /** The link whose revoking is asked about. */
  asksFor: string | null = null;
  revoking = false;
  readonly #port: () => LinkListPort | null;
  readonly #changed: () => void;
  #turn = 0;

  constructor(port: () => LinkListPort | null, changed: () => void) {
    this.#port = port;
    this.#changed = changed;
  }

  /** Reads the first page anew. */
  read(): Promise<void> {
    return this.#load(null);
  }

  /** Reads the page after. */
  async more(): Promise<void> {
    if (this.next !== null && !this.loading) await this.#load(this.next);
  }

  close(): void {
    this.#turn++;
    this.links = null;
    this.next = null;
    this.loading = false;
    this.failure = null;
    this.asksFor = null;
    this.#changed();
  }

  /** Asks whether a link is really to be taken back; null takes the question away. */
  ask(id: string | null): void {
    this.asksFor = id;
    this.failure = null;
    this.#changed();
  }

  /** Takes back the link that was asked about. Answers whether it is. */
  async revoke(): Promise<boolean> {
    const id = this.asksFor;
    const port = this.#port();
    if (id === null || !port || this.revoking) return false;
    this.revoking = true;
    this.#changed();
    try {
      const revoked = await port.revoke(id);
      this.links = this.links?.map((link) => (link.id === id ? revoked : link)) ?? null;
      this.asksFor = null;
      return true;
    } catch (error) {
      this.failure = problemCode(error);
      return false;
    } finally {
      this.revoking = false;
      this.#changed();
    }
  }

  mayRevoke({ state }: CallLink): boolean {
    return revocable.has(state);
  }

  async #load(cursor: string | null): Promise<void> {
    const port = this.#port();
    if (!port) return;
    const turn = ++this.#turn;
    this.loading = true;
    this.failure = null;
    this.#changed();
    try {
      const { links, next } = await port.list(cursor);
      if (turn !== this.#turn) return;
      this.links = cursor === null ? links : [...(this.links ?? []), ...links];
      this.next = next;
    } catch (error) {
      if (turn === this.#turn) this.failure = problemCode(error);
    } finally {
      if (turn === this.#turn) this.loading = false;
      this.#changed();
    }
  }
}
