import type { Agent, AgentCall, Offer, WrapUp } from '@carillon/contract';

/** Something the agent should read once: a code that the elements say in words, and what it is about. */
export interface DeskNotice {
  /** Also its identity: a second notice with the same code replaces the first. */
  readonly code: string;
  /** Who or what, where the sentence names it. */
  readonly subject: string | null;
}

/** A command that is under way. Its controls are disabled until the server has answered. */
export type DeskCommand = 'answer' | 'decline' | 'extend-wrap-up' | 'close-wrap-up';

/** A frozen picture of the agent's desk; a new object for every change. Nothing in it is a guess of ours. */
export interface DeskSnapshot {
  readonly agent: Agent | null;
  /** The call that rings at this agent. */
  readonly offer: Offer | null;
  /** The live or just ended call. */
  readonly call: AgentCall | null;
  /** The open wrap-up. */
  readonly wrapUp: WrapUp | null;
  /** `refused`: the host's token was not accepted, nothing is tried again by itself. */
  readonly connection: 'connecting' | 'live' | 'reconnecting' | 'refused' | 'stopped';
  /** True where this tab rings and owns media; null until it is known. */
  readonly leader: boolean | null;
  readonly pending: DeskCommand | null;
  readonly notices: readonly DeskNotice[];
  /** Add to `Date.now()` to read the server's clock, in milliseconds. */
  readonly clockOffset: number;
}

export const emptyDesk: DeskSnapshot = Object.freeze({
  agent: null,
  offer: null,
  call: null,
  wrapUp: null,
  connection: 'connecting',
  leader: null,
  pending: null,
  notices: Object.freeze([]),
  clockOffset: 0,
});

const liveStates = ['connecting', 'active', 'held', 'consulting', 'transferring'] as const;

/** A call that is this agent's: it is heard or is about to be. A call that waits in the queue again is not. */
export type LiveCall = AgentCall & { readonly state: (typeof liveStates)[number] };

export const isLive = (call: AgentCall | null): call is LiveCall => liveStates.some((state) => state === call?.state);
