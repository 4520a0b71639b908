import { limits, type CustomerCallSession, type MessageMark } from '@carillon/contract';
import { errorCode, type Clock } from '@carillon/call';
import type { LinkPort } from './link-port.js';

export interface LinkFeedEvents {
  /** The call as the server has it. May be older than what is known already. */
  call(call: CustomerCallSession['call']): void;
  /** How far the messages of the call go; null when something may have been missed. */
  messages(mark: MessageMark | null): void;
  clock(serverNow: number): void;
  connection(connection: 'live' | 'reconnecting'): void;
  /** The server knows no call of this browser any more. */
  gone(): void;
}

const unknown = new Set(['session_expired', 'link_unavailable', 'unauthenticated']);

/**
 * Keeps a page at the server's word on its call, and says every five seconds that the page is there: at once, too, when
 * the stream opens again or the page comes to the front, as a sleeping page may have been counted as gone.
 */
export class LinkFeed {
  readonly #port: LinkPort;
  readonly #secret: string;
  readonly #events: LinkFeedEvents;
  readonly #clock: Clock;
  #unfollow: (() => void) | null = null;
  #silence: () => void = () => undefined;
  #saying = false;

  constructor(port: LinkPort, secret: string, events: LinkFeedEvents, clock: Clock) {
    this.#port = port;
    this.#secret = secret;
    this.#events = events;
    this.#clock = clock;
  }

  start(): void {
    if (this.#unfollow) return;
    this.#sayPresentLater();
    document.addEventListener('visibilitychange', this.#sayPresentAgain);
    document.addEventListener('resume', this.#sayPresentAgain);
    this.#unfollow = this.#port.follow(this.#secret, {
      event: (event) => {
        if (event.type === 'call') this.#events.call(event.body);
        else this.#events.messages(event.body);
      },
      clock: (serverNow) => this.#events.clock(serverNow),
      connected: (open) => {
        this.#events.connection(open ? 'live' : 'reconnecting');
        if (open) this.#sayPresent();
      },
      reset: () => {
        this.#events.messages(null);
        void this.read();
      },
    });
  }

  stop(): void {
    this.#silence();
    document.removeEventListener('visibilitychange', this.#sayPresentAgain);
    document.removeEventListener('resume', this.#sayPresentAgain);
    this.#unfollow?.();
    this.#unfollow = null;
  }

  /** Reads the call as it stands. What fails is repaired by the stream or by the next reading. */
  async read(): Promise<void> {
    try {
      const { call, serverNow } = await this.#port.token(this.#secret);
      if (!this.#unfollow) return;
      this.#events.clock(serverNow);
      this.#events.call(call);
    } catch (error) {
      this.#fail(error);
    }
  }

  readonly #sayPresentAgain = (): void => {
    if (document.visibilityState === 'visible') this.#sayPresent();
  };

  #sayPresentLater(): void {
    this.#silence = this.#clock.after(limits.presenceEveryMs, () => {
      this.#sayPresent();
      this.#sayPresentLater();
    });
  }

  /** One sign after the other: a network that is away would fill the browser's few connections with them. */
  #sayPresent(): void {
    if (this.#saying) return;
    this.#saying = true;
    this.#port
      .presence(this.#secret)
      .catch((error: unknown) => this.#fail(error))
      .finally(() => (this.#saying = false));
  }

  /** An outage is repaired by the next sign; only a server that does not know us any more is an end. */
  #fail(error: unknown): void {
    if (this.#unfollow && unknown.has(errorCode(error))) this.#events.gone();
  }
}
