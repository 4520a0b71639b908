import type { CustomerCall } from '@carillon/contract';
import type { Notifier } from './notifier.js';

const waits: ReadonlySet<CustomerCall['state']> = new Set<CustomerCall['state']>(['queued', 'offering']);

/** Knows when the waiting of a call has come to its end with an answer, and tells a customer who looks elsewhere, once. */
export class TurnNotice {
  #waiting: string | null = null;

  /** Looks at the call as it stands. `words` are asked for when there is something to tell. */
  look(call: CustomerCall | null, notifier: Notifier, words: () => readonly [title: string, body: string]): void {
    if (call !== null && waits.has(call.state)) {
      this.#waiting = call.id;
      return;
    }
    const answered = call !== null && call.state !== 'ended' && call.id === this.#waiting;
    this.#waiting = null;
    if (answered && notifier.permission === 'granted' && notifier.away) notifier.tell(...words());
  }
}
