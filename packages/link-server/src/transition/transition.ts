import type { Deps } from '../deps.js';
import type { Query } from '../store/database.js';
import type { NewTimelineEntry } from '../conversation/new-timeline-entry.js';
import type { Announcement } from '../webhook/announce.js';

/** A call that is no longer an agent's, who is told. */
export interface LostCall {
  readonly agentId: string;
  readonly callId: string;
  /** They passed it on: for them it has ended. */
  readonly transferred?: boolean;
}

/**
 * One change of the record under way: the transaction, the moment it happens at, and what it has touched so far.
 * Whatever is touched is read again at the end and told to everybody whom it concerns, each thing once.
 */
export class Transition {
  readonly q: Query;
  readonly deps: Deps;
  readonly now: number;
  readonly agents = new Set<string>();
  readonly calls = new Set<string>();
  readonly offers = new Set<string>();
  readonly wrapUps = new Set<string>();
  readonly conversations = new Set<string>();
  /** Calls in which something was written, or has arrived. */
  readonly messages = new Set<string>();
  /** E-mails that were written, or of which something has become; by the ids of their messages. */
  readonly mails = new Set<string>();
  /** Calls that were taken from an agent, who has to be told although the record names them no more. */
  readonly lost: LostCall[] = [];
  /** What webhooks say of it, in this order. */
  readonly announcements: Announcement[] = [];
  /** What the timelines of conversations say of it, in this order. */
  readonly timeline: NewTimelineEntry[] = [];
  /** Conversations that begin in it. */
  readonly begun = new Set<string>();
  /** Set when an agent may have become free or a call has begun to wait. */
  routing = false;

  constructor(q: Query, deps: Deps) {
    this.q = q;
    this.deps = deps;
    this.now = deps.now();
  }
}
