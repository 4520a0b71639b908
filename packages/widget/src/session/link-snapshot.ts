import type { CustomerCall, JoinView } from '@carillon/contract';
import type { CallbackMemo } from './callback-memory.js';

/** A wish that is under way; its button waits until it has been answered. */
export type LinkCommand = 'redeem' | 'leave' | 'look' | 'callback' | 'rate';

/** A frozen picture of one link's journey; a new object for every change. Elements read it and nothing else. */
export interface LinkSnapshot {
  /** What the server says about the link; null until it has answered for the first time. */
  readonly view: JoinView | null;
  /** Why the link could not be looked at: a stable code, `offline` where the server was not reached. */
  readonly problem: string | null;
  /** This browser's call under the link, live or just ended. */
  readonly call: CustomerCall | null;
  /** What this browser has asked for instead of calling, and when; null where it has not. */
  readonly callback: Pick<CallbackMemo, 'wish' | 'requestedAt'> | null;
  /** How the customer rated the call that has just ended, 1 to 5; null where they have not. */
  readonly rating: number | null;
  /** Whether the server's word on the call is followed just now. */
  readonly connection: 'idle' | 'live' | 'reconnecting';
  /** True once another tab of this browser took the call over. */
  readonly moved: boolean;
  /** Whether the own media connection is being made again. */
  readonly mediaLost: boolean;
  readonly pending: LinkCommand | null;
  /** Code of the last wish that failed; gone with the next one. */
  readonly failure: string | null;
  /** Add to `Date.now()` to read the server's clock, in milliseconds. */
  readonly clockOffsetMs: number;
}

export const emptyLink: LinkSnapshot = Object.freeze({
  view: null,
  problem: null,
  call: null,
  callback: null,
  rating: null,
  connection: 'idle',
  moved: false,
  mediaLost: false,
  pending: null,
  failure: null,
  clockOffsetMs: 0,
});
