import { limits } from '@carillon/contract';

/**
 * Says every five seconds that the page is there, also from a tab in the background. Browsers slow a hidden page's
 * timers down to one a minute, but only those that timers have set again and again; here each pause begins with the
 * server's answer, and only where none comes with a timer.
 */
export class PresenceLoop {
  readonly #say: () => Promise<void>;
  readonly #everyMs: number;
  #next: ReturnType<typeof setTimeout> | undefined;
  /** Grows with every sign: the answer to an earlier one begins no pause. */
  #turn = 0;
  #runs = false;

  constructor(say: () => Promise<void>, everyMs: number = limits.presenceEveryMs) {
    this.#say = say;
    this.#everyMs = everyMs;
  }

  get runs(): boolean {
    return this.#runs;
  }

  /** Says it now, and from now on. */
  say(): void {
    this.#runs = true;
    const turn = ++this.#turn;
    // A request that hangs must not end the loop.
    this.#wait(2 * this.#everyMs);
    const answered = () => {
      if (turn === this.#turn) this.#wait(this.#everyMs);
    };
    // A sign that is missed is repaired by the next one; the stream tells when the server is away.
    this.#say().then(answered, answered);
  }

  stop(): void {
    this.#runs = false;
    this.#turn++;
    clearTimeout(this.#next);
  }

  #wait(ms: number): void {
    clearTimeout(this.#next);
    this.#next = setTimeout(() => this.say(), ms);
  }
}
