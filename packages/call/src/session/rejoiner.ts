import { askAgain } from './ask-again.js';
import type { CallControl } from './call-control.js';
import type { CallRecord } from './call-snapshot.js';
import type { Clock } from './clock.js';
import { keepTrying, within } from './keep-trying.js';
import type { Knock } from './knock.js';
import type { RoomHolder } from './room-holder.js';

/** How long the media server's part of an attempt may take. */
const connectMs = 12_000;
/** The server knows this browser or this call no more: asking again would not change that. */
const final: readonly (string | undefined)[] = ['session_expired', 'not_found', 'call_ended', 'link_unavailable'];

export interface RejoinerOptions {
  readonly control: CallControl;
  readonly clock: Clock;
  readonly holder: RoomHolder;
  readonly knock: Knock;
  /** Takes the record that came with a token. */
  readonly apply: (record: CallRecord) => void;
  /** True once the call has ended or nobody looks any more. */
  readonly over: () => boolean;
  /** An attempt has begun, failed or worked. */
  readonly changed: () => void;
  /** The server has refused for good. */
  readonly refused: (code: string) => void;
}

/** Comes back into a call: asks for the record and a fresh token and makes a new room, until it works or is over. */
export class Rejoiner {
  readonly #options: RejoinerOptions;
  #running = false;

  constructor(options: RejoinerOptions) {
    this.#options = options;
  }

  get running(): boolean {
    return this.#running;
  }

  async run(): Promise<void> {
    const { clock, holder, over, changed } = this.#options;
    if (this.#running || over()) return;
    this.#running = true;
    holder.drop();
    changed();
    try {
      await keepTrying(clock, () => this.#once(), over);
    } finally {
      this.#running = false;
      changed();
    }
  }

  async #once(): Promise<boolean> {
    const { control, clock, holder, knock, apply, over, changed, refused } = this.#options;
    // The attempt before may have worked later than it was waited for.
    if (holder.state?.connection === 'connected') return true;
    try {
      const there = (signal: AbortSignal) => (holder.url === null ? Promise.resolve(true) : knock(holder.url, signal));
      const { record, media } = await askAgain(clock, () => control.token(), there);
      apply(record);
      if (!media || over()) return true;
      await within(clock, connectMs, holder.connect(media));
      return true;
    } catch (error) {
      changed();
      const { code } = error as { code?: string };
      if (code === undefined || !final.includes(code)) return false;
      refused(code);
      return true;
    }
  }
}
