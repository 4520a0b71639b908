import type { CallState } from '@carillon/contract';
import type { MediaRoomState, ParticipantState } from '../media/media-room.js';
import { confidantOf, type CallPhase, type CallRecord, type CallSnapshot, type Party } from './call-snapshot.js';

/** What each state is while the own connection stands. */
const phases: Readonly<Record<CallState, CallPhase>> = {
  queued: 'waiting',
  offering: 'waiting',
  connecting: 'connecting',
  active: 'connected',
  held: 'held',
  consulting: 'consulting',
  transferring: 'transferring',
  ended: 'ended',
};

/** What the call is for the person in front of the screen: the server's record first, then the own connection. */
export function phaseOf(record: CallRecord, room: MediaRoomState | null): CallPhase {
  const phase = phases[record.state];
  if (phase === 'ended' || phase === 'waiting' || phase === 'connecting' || room?.connection === 'connected')
    return phase;
  return room === null || room.connection === 'connecting' ? 'connecting' : 'reconnecting';
}

const absent: ParticipantState = Object.freeze({
  identity: '',
  local: true,
  microphone: 'none',
  camera: 'none',
  screen: 'none',
  speaking: false,
  quality: 'unknown',
});

const toParty = (
  { identity, local, microphone, camera, screen, speaking, quality }: ParticipantState,
  name: string | null,
): Party => Object.freeze({ identity, local, name, microphone, camera, screen, speaking, quality });

/** The own party. It exists before the room does. */
export const localParty = (room: MediaRoomState | null): Party =>
  toParty(room?.participants.find(({ local }) => local) ?? absent, null);

/** Everybody else. A call of two knows one name; while two agents talk about it, its customer is out of sight. */
export const remoteParties = (room: MediaRoomState | null, record: CallRecord): readonly Party[] => {
  const { consult, remoteName } = record;
  const others = (room?.participants ?? []).filter(({ local }) => !local);
  const seen = confidantOf(record) === null ? others : others.filter(({ identity }) => identity === consult?.identity);
  return Object.freeze(seen.map((one) => toParty(one, one.identity === consult?.identity ? consult.name : remoteName)));
};

const hears = ({ participants }: MediaRoomState) =>
  participants.some(({ local, microphone }) => !local && microphone !== 'none');

/** Whether the other side should be heard by now, and whether its sound is there. Nobody is heard on hold. */
export const soundOf = ({ state, remoteAway }: CallRecord, room: MediaRoomState | null) => ({
  expected: room?.connection === 'connected' && state === 'active' && !remoteAway,
  hears: room !== null && hears(room),
  alone: room === null || room.participants.every(({ local }) => local),
});

/**
 * Whether this side is in the room of a call that the server does not know to be established yet. Who may not hear, as
 * they came in after the server had widened their token, says so too: the server then looks and lets them.
 */
export const mayConfirm = ({ state }: CallRecord, room: MediaRoomState | null): boolean =>
  state === 'connecting' &&
  room?.connection === 'connected' &&
  (!room.canHear || room.participants.some(({ microphone }) => microphone !== 'none'));

/** What there is before the server has said anything. */
export const emptyRecord: CallRecord = Object.freeze({
  id: '',
  version: 0,
  state: 'queued',
  medium: 'audio',
  remoteName: null,
  queueName: '',
  queuedAt: 0,
  establishedAt: null,
  endedAt: null,
  endReason: null,
  remoteAway: false,
  heldAt: null,
  transfer: null,
  consult: null,
  mayTransfer: false,
});

/** A call of which nothing is known yet. */
export const firstSnapshot = (clockOffsetMs: number, mayHold: boolean): CallSnapshot => ({
  record: emptyRecord,
  phase: 'waiting',
  local: localParty(null),
  remotes: [],
  pending: null,
  mayHold,
  mayShare: false,
  looksAway: false,
  playbackBlocked: false,
  videoPaused: false,
  link: 'good',
  failure: null,
  clockOffsetMs,
});
