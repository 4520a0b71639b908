import type { AgentEvent, AgentSnapshot } from '@carillon/contract';
import type { DeskSessionPort } from './desk-port.js';
import type { DeskSnapshot } from './desk-snapshot.js';
import { PresenceLoop } from './presence-loop.js';
import { problemCode } from './problem-code.js';

export interface DeskFeedEvents {
  /** All of it anew: at the start, and where a gap cannot be replayed. */
  snapshot(snapshot: AgentSnapshot): void;
  event(event: AgentEvent): void;
  clock(serverNow: number): void;
  connection(connection: DeskSnapshot['connection']): void;
}

const final = new Set(['unauthenticated', 'session_expired', 'forbidden', 'origin_not_allowed']);
const firstRetryMs = 250;
const longestRetryMs = 10_000;

/**
 * Keeps a page at the server's word: the snapshot, then the stream from its position, again after every gap. While it
 * runs it says every five seconds that the page is there.
 */
export class DeskFeed {
  readonly #port: DeskSessionPort;
  readonly #events: DeskFeedEvents;
  readonly #presence: PresenceLoop;
  #unfollow: (() => void) | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  /** Grows with every start and stop: an answer that belongs to an earlier run is dropped. */
  #run = 0;

  constructor(port: DeskSessionPort, events: DeskFeedEvents) {
    this.#port = port;
    this.#events = events;
    this.#presence = new PresenceLoop(() => port.presence());
  }

  start(): void {
    if (this.#presence.runs) return;
    this.#presence.say();
    void this.#read(++this.#run, firstRetryMs);
  }

  stop(): void {
    this.#run++;
    this.#presence.stop();
    clearTimeout(this.#retry);
    this.#unfollow?.();
    this.#unfollow = null;
  }

  async #read(run: number, retryMs: number): Promise<void> {
    this.#unfollow?.();
    this.#unfollow = null;
    try {
      const snapshot = await this.#port.state();
      if (run !== this.#run) return;
      this.#events.clock(snapshot.serverNow);
      this.#events.snapshot(snapshot);
      this.#follow(run, snapshot.position);
    } catch (error) {
      if (run !== this.#run) return;
      if (final.has(problemCode(error))) return this.#events.connection('refused');
      this.#events.connection('reconnecting');
      const wait = retryMs * (0.5 + Math.random() / 2);
      this.#retry = setTimeout(() => void this.#read(run, Math.min(retryMs * 2, longestRetryMs)), wait);
    }
  }

  #follow(run: number, position: number): void {
    this.#unfollow = this.#port.follow(position, {
      event: (event) => run === this.#run && this.#events.event(event),
      clock: (serverNow) => this.#events.clock(serverNow),
      connected: (open) => {
        if (run !== this.#run) return;
        this.#events.connection(open ? 'live' : 'reconnecting');
        // The server counts a page as gone while it hears nothing; after a gap it hears at once.
        if (open) this.#presence.say();
      },
      reset: () => {
        if (run === this.#run) void this.#read(run, firstRetryMs);
      },
    });
  }
}
