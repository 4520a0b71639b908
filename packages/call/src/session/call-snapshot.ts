import type {
  AgentCall,
  CallEndReason,
  CallState,
  CallTransfer,
  Consult,
  CustomerCall,
  Medium,
} from '@carillon/contract';
import type { ConnectionQuality, TrackState } from '../media/media-room.js';

/**
 * The server's call record with the differences between the two sides taken out. `remoteName` is the other party as
 * far as known.
 */
export interface CallRecord {
  readonly id: string;
  readonly version: number;
  readonly state: CallState;
  readonly medium: Medium;
  readonly remoteName: string | null;
  readonly queueName: string;
  readonly queuedAt: number;
  readonly establishedAt: number | null;
  readonly endedAt: number | null;
  readonly endReason: CallEndReason | null;
  /** True while the other side is away and expected back. */
  readonly remoteAway: boolean;
  /** Since when the customer is on hold, by the server's clock. */
  readonly heldAt: number | null;
  /** The latest transfer that this side asked for. Only the agent's side has one. */
  readonly transfer: CallTransfer | null;
  /** The second agent who takes part, or who asked this one in; null in a call of two. */
  readonly consult: Consult | null;
  /** Whether this side may pass the call on. */
  readonly mayTransfer: boolean;
}

/** What the call is for the person in front of the screen: the record and the own connection in one word. */
export type CallPhase =
  'waiting' | 'connecting' | 'connected' | 'held' | 'consulting' | 'transferring' | 'reconnecting' | 'ended';

/** Whether a microphone or camera means something to the other side. On hold it does not. */
export const isTalking = (phase: CallPhase): boolean =>
  phase !== 'waiting' && phase !== 'held' && phase !== 'transferring' && phase !== 'ended';

/** The agent with whom this one talks while the customer does not hear it, from the moment of joining on; else null. */
export const confidantOf = ({ consult }: Pick<CallRecord, 'consult'>): string | null =>
  consult && !consult.conference ? consult.identity : null;

/** Whether nobody hears anybody by the record's will, but for a confidant: on hold, or being passed on. */
export const isIsolated = (record: Pick<CallRecord, 'state' | 'consult'>): boolean =>
  record.state === 'held' || record.state === 'transferring' || confidantOf(record) !== null;

/** A wish that is under way; its control is disabled until it has been answered. */
export type PendingAction =
  | ('mute' | 'unmute' | 'camera-on' | 'camera-off' | 'share' | 'unshare')
  | ('hold' | 'resume' | 'transfer' | 'cancel-transfer' | 'join-transfer' | 'complete-transfer' | 'hangup');

/** One party of the call. */
export interface Party {
  readonly identity: string;
  readonly local: boolean;
  readonly name: string | null;
  readonly microphone: TrackState;
  readonly camera: TrackState;
  readonly screen: TrackState;
  readonly speaking: boolean;
  readonly quality: ConnectionQuality;
}

/** A failure a person should read: a stable code, said in words by the elements. */
export interface CallFailure {
  readonly code: string;
  readonly device: 'microphone' | 'camera' | 'speaker' | null;
}

/** A frozen picture of a call; a new object for every change. Elements read it and nothing else. */
export interface CallSnapshot {
  readonly record: CallRecord;
  readonly phase: CallPhase;
  readonly local: Party;
  readonly remotes: readonly Party[];
  readonly pending: PendingAction | null;
  /** Whether this side may put the other on hold. */
  readonly mayHold: boolean;
  /** Whether this side may share its screen, and its browser can. */
  readonly mayShare: boolean;
  /** The own camera looks away from the person, as that at the back of a phone: no mirror. */
  readonly looksAway: boolean;
  /** True while remote sound waits for a gesture. */
  readonly playbackBlocked: boolean;
  /** True while the own camera is paused, as the line is too weak for it. */
  readonly videoPaused: boolean;
  /** `weak`: nothing came for a second. `silent`: for so long that it is said. `lost`: the connection is made anew. */
  readonly link: 'good' | 'weak' | 'silent' | 'lost';
  readonly failure: CallFailure | null;
  /** Add to `Date.now()` to read the server's clock. */
  readonly clockOffsetMs: number;
}

/** Reads an agent's or a customer's projection as the common record. */
export function toCallRecord(call: AgentCall | CustomerCall): CallRecord {
  const { id, version, state, medium, queueName, queuedAt, establishedAt, endedAt, endReason, away, heldAt } = call;
  const own = 'caller' in call ? 'agent' : 'customer';
  const remoteName = 'caller' in call ? (call.caller.name ?? call.caller.number) : call.agentName;
  const remoteAway = away === 'both' || (away !== null && away !== own);
  return Object.freeze({
    id,
    version,
    state,
    medium,
    remoteName,
    queueName,
    queuedAt,
    establishedAt,
    endedAt,
    endReason,
    remoteAway,
    heldAt,
    transfer: 'caller' in call ? call.transfer : null,
    consult: call.consult,
    mayTransfer: 'caller' in call && call.mayTransfer,
  });
}
